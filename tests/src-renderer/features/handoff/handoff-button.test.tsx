import { describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { HandoffButton } from '../../../../src-renderer/features/handoff/handoff-button.tsx';
import { json, lateAnswer, refused } from '../../support/fake-server.ts';
import { renderConsole } from '../../support/render-console.tsx';
import { callId, idOf, sampleCall, sampleHandoff, sampleStatus } from '../../support/samples.ts';

const request = `POST /api/calls/${callId}/handoff`;
const misaki = { id: 'misaki', name: '佐藤' };
const kenta = { id: 'kenta', name: '鈴木' };

describe('HandoffButton', () => {
  it('asks in its own place, then takes the call with this window', async () => {
    const { screen, server, platform } = await renderConsole(
      <HandoffButton call={sampleCall(1)} me={sampleStatus()} line="here" />,
      { answers: { [request]: () => json(sampleHandoff({ status: 'joining', agent: misaki }), 202) } },
    );

    await screen.getByRole('button', { name: '取り次ぎ' }).click();
    await expect.element(screen.getByText('つなぎますか？')).toBeVisible();
    await screen.getByRole('button', { name: 'つなぐ' }).click();

    await expect.poll(() => server.requests[0]?.body).toEqual({ clientId: platform.clientId });
  });

  it('is worked with H and Enter alone', async () => {
    const { server } = await renderConsole(
      <HandoffButton call={sampleCall(1)} me={sampleStatus()} line="here" />,
      {
        answers: { [request]: () => json(sampleHandoff({ status: 'joining', agent: misaki }), 202) },
      },
    );

    await userEvent.keyboard('h');
    await userEvent.keyboard('{Enter}');

    await expect.poll(() => server.requests.length).toBe(1);
  });

  it('asks nobody when the question is answered with no', async () => {
    const { screen, server } = await renderConsole(
      <HandoffButton call={sampleCall(1)} me={sampleStatus()} line="here" />,
    );

    await screen.getByRole('button', { name: '取り次ぎ' }).click();
    await screen.getByRole('button', { name: 'やめる' }).click();

    await expect.element(screen.getByRole('button', { name: '取り次ぎ' })).toBeVisible();
    expect(server.requests).toEqual([]);
  });

  it('does not ask when the agent has switched the question off', async () => {
    const { screen, server } = await renderConsole(
      <HandoffButton call={sampleCall(1)} me={sampleStatus()} line="here" />,
      {
        answers: { [request]: () => json(sampleHandoff({ status: 'joining', agent: misaki }), 202) },
        preferences: { skipHandoffConfirmation: true },
      },
    );

    await screen.getByRole('button', { name: '取り次ぎ' }).click();

    await expect.poll(() => server.requests.length).toBe(1);
  });

  it('shows each step: asked for, connecting, connected', async () => {
    const { answer, give } = lateAnswer();
    const { screen, rerender } = await renderConsole(
      <HandoffButton call={sampleCall(1)} me={sampleStatus()} line="here" />,
      { answers: { [request]: () => answer }, preferences: { skipHandoffConfirmation: true } },
    );
    await screen.getByRole('button', { name: '取り次ぎ' }).click();

    await expect.element(screen.getByRole('status')).toHaveTextContent('取り次ぎを頼んでいます');
    const joining = sampleHandoff({ status: 'joining', agent: misaki });
    give(json(joining, 202));
    await rerender(
      <HandoffButton
        call={sampleCall(1, { status: 'transferring', handoff: joining })}
        me={sampleStatus()}
        line="here"
      />,
    );
    await expect.element(screen.getByRole('status')).toHaveTextContent('回線をつないでいます');
    await rerender(<HandoffButton call={talkingWith(misaki)} me={sampleStatus()} line="here" />);

    await expect.element(screen.getByRole('status')).toHaveTextContent('先方とつながっています');
  });

  it('says who is talking when it is a colleague', async () => {
    const { screen } = await renderConsole(
      <HandoffButton call={talkingWith(kenta)} me={sampleStatus()} line="here" />,
    );

    await expect.element(screen.getByRole('status')).toHaveTextContent('鈴木さんが話しています');
  });

  it('says to a colleague who has accepted a warm transfer that they are being connected', async () => {
    const transfer = { by: kenta, mode: 'warm' };
    const handoff = sampleHandoff({ status: 'joining', agent: misaki, transfer });
    const call = sampleCall(1, { status: 'human-connected', handoff, participants: [] });

    const { screen } = await renderConsole(<HandoffButton call={call} me={sampleStatus()} line="down" />);

    await expect.element(screen.getByRole('button', { name: 'つないでいます' })).toBeVisible();
  });

  it('says that the customer waits while two agents consult', async () => {
    const call = talkingWith(misaki);
    const consulting = sampleHandoff({
      status: 'consulting',
      agent: misaki,
      transfer: { by: kenta, mode: 'warm' },
    });
    const { screen } = await renderConsole(
      <HandoffButton call={{ ...call, handoff: consulting }} me={sampleStatus()} line="here" />,
    );

    await expect.element(screen.getByRole('status')).toHaveTextContent('鈴木さんと相談中・先方は保留中');
  });

  it('lets the presser take a call that is being offered to a colleague', async () => {
    const { screen } = await renderConsole(
      <HandoffButton call={offeredTo(kenta)} me={sampleStatus()} line="here" />,
    );

    await expect.element(screen.getByRole('button', { name: '取り次ぎ' })).toBeEnabled();
    await expect.element(screen.getByText('鈴木さんを呼び出しています')).toBeVisible();
  });

  it('says how many colleagues are rung at once', async () => {
    const call = offeredTo(kenta);
    const [offer] = call.handoff?.offers ?? [];
    const other = { ...offer, id: idOf('offer', 9), agent: { id: 'mei', name: '田中' } };
    const { screen } = await renderConsole(
      <HandoffButton
        call={{ ...call, handoff: sampleHandoff({ offers: [offer, other] }) }}
        me={sampleStatus()}
        line="here"
      />,
    );

    await expect.element(screen.getByText('鈴木さんほか1名を呼び出しています')).toBeVisible();
  });

  it.each([
    ['while the presser is on another call', {}, { activeCallId: idOf('call', 9) }, '別の通話中です'],
    ['while the presser cannot be reached', {}, { reachability: 'none' }, '電話機の準備ができていません'],
    ['while the presser takes no calls', {}, { presence: 'offline', reachability: 'none' }, 'オフラインです'],
  ])('cannot be pressed %s, and says so', async (_when, callChanges, statusChanges, reason) => {
    const { screen } = await renderConsole(
      <HandoffButton call={sampleCall(1, callChanges)} me={sampleStatus(statusChanges)} line="here" />,
    );

    const button = screen.getByRole('button', { name: '取り次ぎ' });
    await expect.element(button).toBeDisabled();
    await expect.element(button).toHaveAccessibleDescription(expect.stringContaining(reason));
  });

  it.each([
    ['before the customer answers', sampleCall(1, { status: 'ringing' })],
    ['on a call that the agent dials by hand', sampleCall(1, { mode: 'agent' })],
  ])('is not there %s', async (_when, call) => {
    const { screen } = await renderConsole(<HandoffButton call={call} me={sampleStatus()} line="here" />);

    await expect.element(screen.getByRole('button')).not.toBeInTheDocument();
  });

  it('leaves the answer to the alert while the presser is being asked', async () => {
    const { screen } = await renderConsole(
      <HandoffButton call={offeredTo(misaki)} me={sampleStatus()} line="here" />,
    );

    await expect.element(screen.getByRole('status')).toHaveTextContent('あなたに依頼が来ています');
    await expect.element(screen.getByRole('button')).not.toBeInTheDocument();
  });

  it('does not claim to be connected while the line of this window is down', async () => {
    const { screen, rerender } = await renderConsole(
      <HandoffButton call={talkingWith(misaki)} me={sampleStatus()} line="down" />,
    );
    await expect.element(screen.getByRole('status')).toHaveTextContent('回線をつなぎ直しています');

    await rerender(<HandoffButton call={talkingWith(misaki)} me={sampleStatus()} line="here" />);

    await expect.element(screen.getByRole('status')).toHaveTextContent('先方とつながっています');
  });

  it('goes by the softphone while the server cannot be heard', async () => {
    const { screen, platform } = await renderConsole(
      <HandoffButton call={talkingWith(misaki)} me={sampleStatus()} line="here" />,
    );

    platform.connection.setState({ type: 'lost', since: 0 }, true);

    await expect.element(screen.getByRole('status')).toHaveTextContent('先方とつながっています');
  });

  it('says that the agent talks in another window', async () => {
    const { screen } = await renderConsole(
      <HandoffButton call={talkingWith(misaki)} me={sampleStatus()} line="elsewhere" />,
    );

    await expect.element(screen.getByRole('status')).toHaveTextContent('別の画面で先方とつながっています');
  });

  it('says that the agent has put the customer on hold', async () => {
    const call = talkingWith(misaki);
    const [leg] = call.participants;
    const held = {
      ...leg,
      kind: 'customer',
      agent: null,
      via: 'phone',
      heldSince: '2026-11-20T01:02:00.000Z',
    };
    const { screen } = await renderConsole(
      <HandoffButton
        call={sampleCall(1, { ...call, participants: [leg, held] })}
        me={sampleStatus()}
        line="here"
      />,
    );

    await expect.element(screen.getByRole('status')).toHaveTextContent('先方は保留中です');
  });

  it('says who else talks with the customer', async () => {
    const call = talkingWith(misaki);
    const [leg] = call.participants;
    const three = sampleCall(1, { ...call, participants: [leg, { ...leg, agent: kenta }] });
    const { screen } = await renderConsole(<HandoffButton call={three} me={sampleStatus()} line="here" />);

    await expect.element(screen.getByRole('status')).toHaveTextContent('鈴木さんと三者で通話しています');
  });

  it('cannot be pressed while what is seen may be out of date', async () => {
    const { screen, platform } = await renderConsole(
      <HandoffButton call={sampleCall(1)} me={sampleStatus()} line="here" />,
    );

    platform.connection.setState({ type: 'lost', since: 0 }, true);

    await expect.element(screen.getByText('サーバーとの接続が切れています')).toBeVisible();
  });

  it('can be pressed before live updates begin, as everything else can', async () => {
    const { screen, platform } = await renderConsole(
      <HandoffButton call={sampleCall(1)} me={sampleStatus()} line="here" />,
    );

    platform.connection.setState({ type: 'connecting' }, true);

    await expect.element(screen.getByRole('button', { name: '取り次ぎ' })).toBeEnabled();
  });

  it('says a passing failure in words and offers to try again', async () => {
    const { screen, server } = await renderConsole(
      <HandoffButton call={sampleCall(1)} me={sampleStatus()} line="here" />,
      {
        answers: { [request]: () => refused('carrier-unavailable', 503) },
        preferences: { skipHandoffConfirmation: true },
      },
    );

    await screen.getByRole('button', { name: '取り次ぎ' }).click();
    await expect.element(screen.getByRole('alert')).toHaveTextContent('電話回線が応答しません');
    server.answer({ [request]: () => json(sampleHandoff({ status: 'joining', agent: misaki }), 202) });
    await screen.getByRole('button', { name: 'もう一度つなぐ' }).click();

    await expect.element(screen.getByRole('alert')).not.toBeInTheDocument();
  });

  it('offers no second try where it would not help', async () => {
    const { screen } = await renderConsole(
      <HandoffButton call={sampleCall(1)} me={sampleStatus()} line="here" />,
      {
        answers: { [request]: () => refused('agent-on-a-call') },
        preferences: { skipHandoffConfirmation: true },
      },
    );

    await screen.getByRole('button', { name: '取り次ぎ' }).click();

    await expect.element(screen.getByRole('alert')).toHaveTextContent('別の通話中のため');
    await expect.element(screen.getByRole('button', { name: 'もう一度つなぐ' })).not.toBeInTheDocument();
  });

  it('tells that nobody could be had, and can be pressed again', async () => {
    const failed = sampleHandoff({ status: 'failed', endedAt: '2026-11-20T01:02:45.000Z' });

    const { screen } = await renderConsole(
      <HandoffButton call={sampleCall(1, { handoff: failed })} me={sampleStatus()} line="here" />,
    );

    const note = screen.getByRole('status');
    await expect.element(note).toHaveTextContent('取り次げる社員がいませんでした');
    await expect.element(note).toHaveTextContent('「取り次ぎ」を押すと、あなたが話せます');
    await expect.element(screen.getByRole('button', { name: '取り次ぎ' })).toBeEnabled();
  });
});

function offeredTo(agent: typeof misaki) {
  const offer = {
    id: idOf('offer', 1),
    agent,
    status: 'open',
    declineReason: null,
    offeredAt: '2026-11-20T01:02:00.000Z',
    deadline: '2026-11-20T01:02:15.000Z',
    respondedAt: null,
  };
  return sampleCall(1, { status: 'transferring', handoff: sampleHandoff({ offers: [offer] }) });
}

function talkingWith(agent: typeof misaki) {
  return sampleCall(1, {
    status: 'human-connected',
    handoff: sampleHandoff({ status: 'connected', agent }),
    participants: [
      {
        legId: idOf('leg', 1),
        kind: 'agent',
        agent,
        via: 'softphone',
        state: 'in-conference',
        mutedByUs: false,
        onHold: false,
        joinedAt: '2026-11-20T01:02:00.000Z',
        leftAt: null,
      },
    ],
  });
}
