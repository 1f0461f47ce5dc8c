import { describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { type Supervision, supervisionSchema } from '../../../../backend/contract/supervision.ts';
import { ListenerNotice } from '../../../../src-renderer/features/supervision/listener-notice.tsx';
import { SupervisionControls } from '../../../../src-renderer/features/supervision/supervision-controls.tsx';
import { json, refused } from '../../support/fake-server.ts';
import { renderConsole } from '../../support/render-console.tsx';
import { callId, idOf, sampleCall, sampleStatus } from '../../support/samples.ts';

const path = `/api/calls/${callId}/supervision`;
const admin = sampleStatus({ role: 'admin' });
const agentLeg = {
  legId: idOf('leg', 1),
  kind: 'agent',
  agent: { id: 'kenta', name: '鈴木' },
  via: 'softphone',
  state: 'in-conference',
  mutedByUs: false,
  onHold: false,
  joinedAt: '2026-11-20T01:01:00.000Z',
  leftAt: null,
};
const standingBy = sampleCall(1, { participants: [{ ...agentLeg, mutedByUs: true }] });
const talking = sampleCall(1, { status: 'human-connected', participants: [agentLeg] });

function supervision(changes: object = {}): Supervision {
  return supervisionSchema.parse({
    callId,
    legId: idOf('leg', 2),
    supervisor: { id: admin.agentId, name: '佐藤' },
    state: 'present',
    mode: 'listen',
    startedAt: '2026-11-20T01:02:00.000Z',
    ...changes,
  });
}

function known(...supervisions: Supervision[]) {
  return { 'GET /api/supervisions': () => json({ supervisions }) };
}

describe('SupervisionControls', () => {
  it('joins with the softphone of this window, by the pointer or with L', async () => {
    const answers = { ...known(), [`POST ${path}`]: () => json(supervision({ state: 'joining' }), 202) };
    const { screen, server, platform } = await renderConsole(
      <SupervisionControls call={talking} me={admin} />,
      { answers },
    );

    await screen.getByRole('button', { name: 'ささやく' }).click();
    await expect
      .poll(() => server.requests.at(-1)?.body)
      .toEqual({ mode: 'whisper', clientId: platform.clientId });
    await userEvent.keyboard('l');

    await expect
      .poll(() => server.requests.at(-1)?.body)
      .toEqual({ mode: 'listen', clientId: platform.clientId });
  });

  it('only listens while the AI has the call', async () => {
    const { screen } = await renderConsole(<SupervisionControls call={sampleCall(1)} me={admin} />, {
      answers: known(),
    });

    await expect.element(screen.getByRole('button', { name: '聞く' })).toBeEnabled();
    for (const name of ['ささやく', '加わる']) {
      const way = screen.getByRole('button', { name });
      await expect.element(way).toBeDisabled();
      await expect.element(way).toHaveAccessibleDescription(/AIが話している間は/);
    }
    await expect.element(screen.getByRole('button', { name: '引き継ぐ' })).not.toBeInTheDocument();
  });

  it.each([
    ['before the admin is on the call', []],
    ['while the admin listens', [supervision()]],
  ])('says that an agent who stands by cannot be whispered to yet, %s', async (_, supervisions) => {
    const { screen } = await renderConsole(<SupervisionControls call={standingBy} me={admin} />, {
      answers: known(...supervisions),
    });

    await expect.element(screen.getByText(/鈴木さんは待機中です/)).toBeVisible();
    for (const name of ['ささやく', '加わる']) {
      const way = screen.getByRole(supervisions.length === 0 ? 'button' : 'radio', { name });
      await expect.element(way).toBeDisabled();
    }
  });

  it('says who hears the admin, and changes it', async () => {
    const answers = { ...known(supervision()), [`PUT ${path}`]: () => json(supervision({ mode: 'barge' })) };
    const { screen, server } = await renderConsole(<SupervisionControls call={talking} me={admin} />, {
      answers,
    });

    await expect.element(screen.getByText('聞いています。声はだれにも届きません')).toBeVisible();
    await screen.getByRole('radio', { name: '加わる' }).click();

    await expect.poll(() => server.requests.at(-1)?.body).toEqual({ mode: 'barge' });
  });

  it('takes over after a question, and leaves', async () => {
    const answers = {
      ...known(supervision()),
      [`PUT ${path}`]: () => json(supervision({ mode: 'take-over' })),
      [`DELETE ${path}`]: () => new Response(null, { status: 204 }),
    };
    const { screen, server } = await renderConsole(<SupervisionControls call={talking} me={admin} />, {
      answers,
    });

    await screen.getByRole('button', { name: '聞くのをやめる' }).click();
    await expect.poll(() => server.requests.at(-1)?.method).toBe('DELETE');
    await screen.getByRole('button', { name: '引き継ぐ' }).click();
    await expect.element(screen.getByText('鈴木さんから通話を引き継ぎますか？')).toBeVisible();
    await screen.getByRole('button', { name: '引き継ぐ' }).click();

    await expect.poll(() => server.requests.at(-1)?.body).toEqual({ mode: 'take-over' });
  });

  it('says in words why it cannot be', async () => {
    const answers = { ...known(), [`POST ${path}`]: () => refused('call-supervised', 409) };
    const { screen } = await renderConsole(<SupervisionControls call={talking} me={admin} />, { answers });

    await screen.getByRole('button', { name: '聞く' }).click();

    await expect.element(screen.getByText(/すでに管理者が通話を聞いている/)).toBeVisible();
  });

  it('is not for agents', async () => {
    const { screen } = await renderConsole(<SupervisionControls call={talking} me={sampleStatus()} />, {
      answers: known(),
    });

    await expect.element(screen.getByRole('region')).not.toBeInTheDocument();
  });
});

describe('ListenerNotice', () => {
  it('tells the agent who listens, and who hears them', async () => {
    const { screen, rerender } = await renderConsole(<ListenerNotice supervision={supervision()} />);
    await expect.element(screen.getByRole('status')).toHaveTextContent('佐藤さんが聞いています');

    await rerender(<ListenerNotice supervision={supervision({ mode: 'barge' })} />);

    await expect.element(screen.getByRole('status')).toHaveTextContent('声は先方にも届きます');
  });
});
