import { expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { type Answers, json, refused } from '../support/fake-server.ts';
import { renderShell } from '../support/render-shell.tsx';
import { callId, idOf, sampleCall, sampleRecord } from '../support/samples.ts';

const myLeg = {
  legId: idOf('leg', 1),
  kind: 'agent',
  agent: { id: 'misaki', name: '佐藤' },
  via: 'softphone',
  state: 'in-conference',
  mutedByUs: false,
  onHold: false,
  joinedAt: '2026-11-20T01:01:00.000Z',
  leftAt: null,
};
const left = { ...myLeg, state: 'left', leftAt: '2026-11-20T01:02:00.000Z' };
const talking = sampleCall(1, { status: 'human-connected', participants: [myLeg] });
const onHold = sampleRecord({ call: sampleCall(1, { status: 'transferring', participants: [left] }) });
const colleague = { ...myLeg, legId: idOf('leg', 2), agent: { id: 'ken', name: '鈴木' } };
const withColleague = sampleRecord({
  call: sampleCall(1, { status: 'human-connected', participants: [left, colleague] }),
});

it('closes the line at once while the server is away, and ends the call when it is back', async () => {
  const { platform, leg, ends, hangUp } = await inCall({ [`GET /api/calls/${callId}`]: () => json(onHold) });
  platform.connection.setState({ type: 'lost', since: 0 }, true);

  await hangUp();
  await expect.poll(() => leg).toEqual(['answered', 'hung up']);
  expect(ends()).toEqual([]);
  platform.connection.setState({ type: 'live' }, true);

  await expect.poll(ends).toEqual([{ callId }]);
});

it('does not end a call that a colleague has taken meanwhile', async () => {
  let asked = 0;
  const { platform, ends, hangUp } = await inCall({
    [`GET /api/calls/${callId}`]: () => {
      asked += 1;
      return json(withColleague);
    },
  });
  platform.connection.setState({ type: 'lost', since: 0 }, true);
  await hangUp();
  const before = asked;

  platform.connection.setState({ type: 'live' }, true);

  await expect.poll(() => asked).toBeGreaterThan(before);
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(ends()).toEqual([]);
});

it('closes the line also where a server that seems to be there does not answer', async () => {
  const { leg, screen, hangUp } = await inCall({ 'POST /api/calls/end': () => refused('internal', 500) });

  await hangUp();

  await expect.poll(() => leg).toEqual(['answered', 'hung up']);
  await expect.element(screen.getByText(/この回線を切りました/)).toBeVisible();
});

/** An agent who talks with a customer. */
async function inCall(answers: Answers) {
  const { softphone, screen, server, platform } = await renderShell({
    at: '/settings',
    more: { 'GET /api/calls/active': () => json({ calls: [talking] }), ...answers },
  });
  softphone.connect();
  const button = screen.getByRole('region', { name: '電話機' }).getByRole('button', { name: '切断' });
  await expect.element(button).toBeEnabled();
  return {
    screen,
    platform,
    leg: softphone.leg,
    hangUp: () => userEvent.click(button),
    ends: () => server.requests.filter(({ path }) => path === '/api/calls/end').map(({ body }) => body),
  };
}
