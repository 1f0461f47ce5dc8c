import { afterEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { CallSession } from '../../../../backend/contract/calls.ts';
import { SoftphoneBar } from '../../../../src-renderer/features/softphone/softphone-bar.tsx';
import { SoftphoneContext } from '../../../../src-renderer/features/softphone/use-softphone.ts';
import { type Answers, json, refused } from '../../support/fake-server.ts';
import { playSoftphone } from '../../support/played-softphone.ts';
import { renderConsole } from '../../support/render-console.tsx';
import { callId, idOf, sampleCall, sampleHandoff, sampleStatus } from '../../support/samples.ts';

const heldSince = '2026-11-20T01:01:53.000Z';
const by = { id: 'misaki', name: '佐藤' };
const colleague = { id: 'kenta', name: '鈴木' };
const agents = [
  sampleStatus(),
  sampleStatus({ agentId: 'daisuke', name: '田中', presence: 'on-call' }),
  sampleStatus({ agentId: 'kenta', name: '鈴木' }),
];

function leg(number: number, agent: object | null, changes: object = {}) {
  return {
    legId: idOf('leg', number),
    kind: agent === null ? 'customer' : 'agent',
    agent,
    via: agent === null ? 'phone' : 'softphone',
    state: 'in-conference',
    mutedByUs: false,
    onHold: false,
    joinedAt: '2026-11-20T01:01:00.000Z',
    leftAt: null,
    ...changes,
  };
}

const held = leg(2, null, { onHold: true, heldSince });

function talking(changes: object = {}): CallSession {
  return sampleCall(1, { status: 'human-connected', participants: [leg(1, by), leg(2, null)], ...changes });
}

function transferring(status: string, changes: object = {}): CallSession {
  const handoff = sampleHandoff({
    status,
    reason: 'transferred',
    transfer: { by, mode: 'warm' },
    agent: status === 'offering' ? null : colleague,
    offers: [offered(status === 'offering' ? 'open' : 'accepted')],
    ...changes,
  });
  return talking({ participants: [leg(1, by), held, leg(3, colleague)], handoff });
}

function offered(status: string) {
  return {
    id: idOf('offer', 1),
    agent: colleague,
    status,
    declineReason: null,
    offeredAt: heldSince,
    deadline: heldSince,
    respondedAt: null,
  };
}

describe('a customer on the line', () => {
  it('is put on hold, and the bar says since when', async () => {
    const { screen, server, rerender } = await renderBar(talking(), {
      [`PUT /api/calls/${callId}/hold`]: () => json(talking({ participants: [leg(1, by), held] })),
    });

    await screen.getByRole('button', { name: '保留' }).click();
    await rerender(talking({ participants: [leg(1, by), held] }));

    expect(server.requests.at(-1)?.body).toEqual({ onHold: true });
    await expect.element(screen.getByText('先方は保留中')).toBeVisible();
    await expect.element(screen.getByText('0:12')).toBeVisible();
    await screen.getByRole('button', { name: '保留解除' }).click();
    await expect.poll(() => server.requests.at(-1)?.body).toEqual({ onHold: false });
  });

  it('is handed to a free colleague, by keyboard', async () => {
    const { screen, server } = await renderBar(talking(), {
      'GET /api/agents': () => json({ agents }),
      [`POST /api/calls/${callId}/transfer`]: () => json(sampleHandoff(), 202),
    });

    await screen.getByRole('button', { name: '転送' }).click();
    const busy = screen.getByRole('menuitem', { name: '田中 通話中' }).first();
    await expect.element(busy).toHaveAttribute('aria-disabled', 'true');
    await userEvent.keyboard('{ArrowDown}{Enter}');

    await expect.poll(() => server.requests.at(-1)?.body).toEqual({ toAgentId: 'kenta', mode: 'warm' });
  });

  it('is handed over at once, too', async () => {
    const { screen, server } = await renderBar(talking(), {
      'GET /api/agents': () => json({ agents }),
      [`POST /api/calls/${callId}/transfer`]: () => json(sampleHandoff(), 202),
    });

    await screen.getByRole('button', { name: '転送' }).click();
    await screen.getByRole('menuitem', { name: /鈴木/ }).nth(1).click();

    await expect.poll(() => server.requests.at(-1)?.body).toEqual({ toAgentId: 'kenta', mode: 'blind' });
  });

  it('stays with the agent when the colleague cannot be had, who is told so', async () => {
    const { screen, platform } = await renderBar(talking(), {
      'GET /api/agents': () => json({ agents }),
      [`POST /api/calls/${callId}/transfer`]: () => refused('agent-on-a-call'),
    });

    await screen.getByRole('button', { name: '転送' }).click();
    await screen.getByRole('menuitem', { name: /鈴木/ }).first().click();

    await expect
      .poll(() => platform.toasts.getState().map(({ text }) => text))
      .toEqual(['その社員には今つなげません。先方との通話は続いています。']);
  });
});

describe('a warm transfer', () => {
  it('says who is being rung, and cannot be joined yet', async () => {
    const { screen } = await renderBar(transferring('offering'));

    await expect.element(screen.getByText('鈴木さんを呼び出し中')).toBeVisible();
    await expect.element(screen.getByRole('button', { name: '三者通話' })).toBeDisabled();
    await expect.element(screen.getByRole('button', { name: '転送をやめる' })).toBeEnabled();
  });

  it.each([
    ['転送を完了', 'completed'],
    ['三者通話', 'joined'],
    ['転送をやめる', 'canceled'],
  ])('ends with %s', async (name, outcome) => {
    const { screen, server } = await renderBar(transferring('consulting'), {
      [`PUT /api/calls/${callId}/transfer`]: () => json(sampleHandoff()),
    });

    await expect.element(screen.getByText('鈴木さんと相談中')).toBeVisible();
    await screen.getByRole('button', { name }).click();

    await expect.poll(() => server.requests.at(-1)?.body).toEqual({ outcome });
  });

  it('keeps the agent from hanging up on the customer by mistake', async () => {
    const { screen } = await renderBar(transferring('consulting'));

    await expect.element(screen.getByText('鈴木さんと相談中')).toBeVisible();
    await expect.element(screen.getByRole('button', { name: '切断' })).toBeDisabled();
  });

  it('says that the colleague declined, and that the customer waits', async () => {
    const { screen } = await renderBar(transferring('withdrawn', { offers: [offered('declined')] }));

    await expect.element(screen.getByText('鈴木さんが断りました')).toBeVisible();
    await expect.element(screen.getByRole('button', { name: '保留解除' })).toBeVisible();
  });

  it('says that the colleague who had accepted is not there, and that the customer waits', async () => {
    const { screen } = await renderBar(transferring('withdrawn', { offers: [offered('accepted')] }));

    await expect.element(screen.getByText('鈴木さんとつながっていません')).toBeVisible();
    await expect.element(screen.getByRole('button', { name: '保留解除' })).toBeVisible();
  });

  it('says nothing of a colleague whom the agent has sent away', async () => {
    const canceled = { by, mode: 'warm', outcome: 'canceled' };
    const { screen } = await renderBar(
      transferring('withdrawn', { transfer: canceled, offers: [offered('accepted')] }),
    );

    await expect.element(screen.getByText('先方は保留中')).toBeVisible();
  });

  it.each(['joining', 'consulting'])(
    'lets the colleague who is asked go without the customer: %s',
    async (status) => {
      const asked = transferring(status, {
        agent: by,
        transfer: { by: colleague, mode: 'warm' },
      });
      const { screen, server, ended } = await renderBar(asked, {
        [`POST /api/calls/${callId}/leave`]: () => new Response(null, { status: 204 }),
      });

      await expect.element(screen.getByText('鈴木さんと相談中')).toBeVisible();
      await screen.getByRole('button', { name: '切断' }).click();

      await expect.poll(() => server.requests.at(-1)?.path).toBe(`/api/calls/${callId}/leave`);
      expect(ended).toEqual([]);
    },
  );
});

describe('three who talk', () => {
  it('can be left by one of them', async () => {
    const three = talking({ participants: [leg(1, by), leg(2, null), leg(3, colleague)] });
    const { screen, server, ended } = await renderBar(three, {
      [`POST /api/calls/${callId}/leave`]: () => new Response(null, { status: 204 }),
    });

    await screen.getByRole('button', { name: '通話を抜ける' }).click();

    await expect.poll(() => server.requests.at(-1)?.path).toBe(`/api/calls/${callId}/leave`);
    expect(ended).toEqual([]);
  });
});

describe('a colleague’s transfer of the customer with whom both talk', () => {
  it('leaves the agent the mute, and the way out', async () => {
    const participants = [leg(1, by), held, leg(3, colleague)];
    const asked = { id: 'daisuke', name: '田中' };
    const handoff = sampleHandoff({
      status: 'consulting',
      transfer: { by: colleague, mode: 'warm' },
      agent: asked,
    });
    const { screen } = await renderBar(talking({ participants, handoff }));

    await expect.element(screen.getByText('鈴木さんが転送中')).toBeVisible();
    await expect.element(screen.getByRole('button', { name: '通話を抜ける' })).toBeEnabled();
    await expect.element(screen.getByRole('button', { name: 'ミュート' })).toBeEnabled();
    await expect.element(screen.getByRole('button', { name: '保留' })).not.toBeInTheDocument();
    await expect.element(screen.getByRole('button', { name: '転送' })).not.toBeInTheDocument();
  });
});

describe('the controls of a call', () => {
  afterEach(() => page.viewport(1280, 800));

  const three = talking({ participants: [leg(1, by), leg(2, null), leg(3, colleague)] });
  const states = [
    talking(),
    talking({ participants: [leg(1, by), held] }),
    transferring('offering'),
    transferring('consulting'),
    three,
    talking({ recording: 'running' }),
    transferring('consulting', { agent: by, transfer: { by: colleague, mode: 'warm' } }),
  ];

  it.each([420, 900, 1280])(
    'have places of their own in every state, in a window %i px wide',
    async (width) => {
      await page.viewport(width, 720);
      const { screen, rerender } = await renderBar(talking());
      const hangUp = screen.getByRole('button', { name: '切断' });
      const mute = screen.getByRole('button', { name: 'ミュート' });
      await expect.element(hangUp).toBeVisible();
      const places = () => [hangUp, mute].map((button) => button.element().getBoundingClientRect().toJSON());
      const before = places();

      for (const state of states) {
        await rerender(state);

        expect(places()).toEqual(before);
      }
    },
  );

  it('never put the hanging up where three were brought together', async () => {
    const { screen, rerender } = await renderBar(transferring('consulting'));
    const together = screen.getByRole('button', { name: '三者通話' });
    await expect.element(together).toBeEnabled();
    const pressed = together.element().getBoundingClientRect();

    await rerender(three);
    await expect.element(screen.getByRole('button', { name: '通話を抜ける' })).toBeVisible();
    const below = document.elementFromPoint(pressed.x + pressed.width / 2, pressed.y + pressed.height / 2);

    expect(below?.closest('button')).toHaveAccessibleName('転送');
  });
});

/** The bar of an agent who is on the line with the sample call. */
async function renderBar(call: CallSession, answers: Answers = {}) {
  const ended: string[] = [];
  const softphone = await playSoftphone();
  const bar = (current: CallSession) => (
    <SoftphoneContext value={softphone.store}>
      <div style={{ marginTop: 'auto' }}>
        <SoftphoneBar
          presence={() => null}
          afterCall={null}
          strip={null}
          supervisions={[]}
          engaged={false}
          calls={[current]}
          ending={false}
          onEndCall={(id) => ended.push(id)}
        />
      </div>
    </SoftphoneContext>
  );
  const { screen, platform, server, rerender } = await renderConsole(bar(call), { answers });
  softphone.connect();
  return { screen, platform, server, ended, rerender: (current: CallSession) => rerender(bar(current)) };
}
