import { describe, expect, it } from 'vitest';
import type { CallSession } from '../../../backend/contract/calls.ts';
import { json, lateAnswer, refused } from '../support/fake-server.ts';
import { renderShell } from '../support/render-shell.tsx';
import { callId, callWithLeg, sampleCall, sampleRecord } from '../support/samples.ts';

const lost = '電話機の通話が切れました。先方との通話は続いています。通話を開くと、戻れます。';
const record = `GET /api/calls/${callId}`;

/** On a call by the softphone, of which the list of calls and, asked once more, the call's record say this. */
async function onCall(listed: readonly CallSession[], ask: () => Response | Promise<Response>) {
  const shell = await renderShell({
    at: '/history',
    more: {
      'GET /api/calls/active': () => json({ calls: listed }),
      [record]: ask,
    },
  });
  shell.softphone.connect();
  await expect.poll(() => shell.softphone.store.getState().state.phase).toBe('on-call');
  const wasAsked = (): boolean => shell.server.requests.some(({ path }) => record.endsWith(path));
  return { ...shell, wasAsked };
}

const says = (call: CallSession) => () => json(sampleRecord({ call }));

describe('useLineCheck', () => {
  it('gives up a line that the server says has left, registers anew, and leads back to the call', async () => {
    const left = callWithLeg('left', 'transferring');
    const { screen, softphone, places } = await onCall([left], says(left));

    await expect.element(screen.getByText(lost), { timeout: 8_000 }).toBeVisible();
    await screen.getByRole('button', { name: '通話を開く' }).click();

    expect(softphone.leg).toContain('hung up');
    expect(softphone.store.getState().state.phase).toBe('registering');
    expect(places.at(-1)).toBe(`/calls/${callId}`);
  });

  it('gives up the line of a call that ended while nothing was heard of it, without a word', async () => {
    const { screen, softphone } = await onCall([], says(callWithLeg('left', 'completed')));

    await expect.poll(() => softphone.store.getState().state.phase, { timeout: 8_000 }).toBe('registering');

    expect(softphone.leg).toContain('hung up');
    await expect.element(screen.getByText(lost)).not.toBeInTheDocument();
  });

  it('leaves a line alone that the server, asked once more, confirms', async () => {
    const { softphone, wasAsked } = await onCall(
      [sampleCall(2)],
      says(callWithLeg('in-conference', 'human-connected')),
    );

    await expect.poll(wasAsked, { timeout: 8_000 }).toBe(true);

    await expect.poll(() => softphone.store.getState().state.phase).toBe('on-call');
    expect(softphone.leg).not.toContain('hung up');
  });

  it('asks again until the server answers', async () => {
    const left = callWithLeg('left', 'transferring');
    const { screen, softphone, server, wasAsked } = await onCall([left], () => refused('internal', 500));
    await expect.poll(wasAsked).toBe(true);
    expect(softphone.store.getState().state.phase).toBe('on-call');

    server.answer({ [record]: says(left) });

    await expect.element(screen.getByText(lost)).toBeVisible();
    expect(softphone.store.getState().state.phase).toBe('registering');
  });

  it('says nothing of a line that the agent left before the server answered', async () => {
    const left = callWithLeg('left', 'transferring');
    const { answer, give } = lateAnswer();
    const { softphone, server, wasAsked, platform } = await onCall([left], () => answer);
    await expect.poll(wasAsked).toBe(true);
    softphone.tell({ type: 'ended', registered: true });

    const response = says(left)();
    give(response);
    await expect.poll(() => response.bodyUsed).toBe(true);
    server.answer({ [record]: says(left) });
    // Takes the same way, later.
    await platform.api.call(callId);

    expect(softphone.store.getState().state.phase).toBe('ready');
    expect(platform.toasts.getState()).toEqual([]);
  });
});
