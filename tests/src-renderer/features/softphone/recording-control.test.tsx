import { describe, expect, it } from 'vitest';
import { RecordingControl } from '../../../../src-renderer/features/softphone/recording-control.tsx';
import { json, lateAnswer, refused } from '../../support/fake-server.ts';
import { renderConsole } from '../../support/render-console.tsx';
import { callId, sampleCall } from '../../support/samples.ts';

const running = sampleCall(1, { status: 'human-connected', recording: 'running' });
const paused = sampleCall(1, { status: 'human-connected', recording: 'paused' });
const path = `PUT /api/calls/${callId}/recording`;

describe('RecordingControl', () => {
  it('is not there where nothing is recorded', async () => {
    const { screen } = await renderConsole(<RecordingControl call={sampleCall(1)} />);

    await expect.element(screen.getByRole('button')).not.toBeInTheDocument();
  });

  it('asks once, and does not say that it is paused before the carrier has', async () => {
    const late = lateAnswer();
    const { screen, server, rerender } = await renderConsole(<RecordingControl call={running} />, {
      answers: { [path]: () => late.answer },
    });

    await screen.getByRole('button', { name: '録音を一時停止' }).click();
    await expect.element(screen.getByRole('button')).toBeDisabled();
    await expect.element(screen.getByRole('button')).toHaveAttribute('aria-pressed', 'false');
    late.give(json(paused));
    await rerender(<RecordingControl call={paused} />);

    await expect.element(screen.getByRole('button', { name: '録音を再開' })).toBeEnabled();
    expect(server.requests.map(({ body }) => body)).toEqual([{ paused: true }]);
  });

  it('says when nobody knows whether it is paused, and offers to pause it', async () => {
    const unsure = sampleCall(1, { status: 'human-connected', recording: 'unsure' });
    const { screen, server, platform, rerender } = await renderConsole(<RecordingControl call={paused} />, {
      answers: { [path]: () => json(unsure) },
    });

    await screen.getByRole('button', { name: '録音を再開' }).click();
    await expect.poll(() => platform.toasts.getState().length).toBe(1);
    await rerender(<RecordingControl call={unsure} />);
    await screen.getByRole('button', { name: '録音の状態が不明：一時停止' }).click();

    await expect
      .poll(() => server.requests.map(({ body }) => body))
      .toEqual([{ paused: false }, { paused: true }]);
  });

  it('says when the carrier does not answer', async () => {
    const { screen, platform } = await renderConsole(<RecordingControl call={running} />, {
      answers: { [path]: () => refused('carrier-unavailable', 503) },
    });

    await screen.getByRole('button', { name: '録音を一時停止' }).click();

    await expect.poll(() => platform.toasts.getState().length).toBe(1);
    await expect.element(screen.getByRole('button', { name: '録音を一時停止' })).toBeEnabled();
  });
});
