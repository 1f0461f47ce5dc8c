import { useState } from 'react';
import { describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { CallSession } from '../../../../backend/contract/calls.ts';
import { recordingSchema } from '../../../../backend/contract/recordings.ts';
import type { WantedMoment } from '../../../../src-renderer/features/history/recording-player.tsx';
import { RecordingSection } from '../../../../src-renderer/features/history/recording-section.tsx';
import { type Answers, json, refused } from '../../support/fake-server.ts';
import { renderConsole } from '../../support/render-console.tsx';
import { callId, sampleCall } from '../../support/samples.ts';

const over = (recording: CallSession['recording']) => sampleCall(1, { status: 'completed', recording });
const recording = recordingSchema.parse({
  id: 'RE1',
  state: 'stored',
  startedAt: '2026-11-20T01:01:00.000Z',
  durationSeconds: 30,
  waveform: [0, 50, 100],
  keptUntil: '2027-02-18T01:01:00.000Z',
});
const list = `GET /api/calls/${callId}/recordings`;
const sound = `GET /api/calls/${callId}/recordings/RE1/sound`;
const stored: Answers = {
  [list]: () => json({ recordings: [recording] }),
  [sound]: () => new Response(silence(30), { headers: { 'content-type': 'audio/wav' } }),
};

/** A WAV of so many seconds without a sound. */
function silence(seconds: number): ArrayBuffer {
  const bytes = new Uint8Array(44 + seconds * 8_000).fill(128);
  const view = new DataView(bytes.buffer);
  bytes.set(new TextEncoder().encode('RIFF'), 0);
  view.setUint32(4, bytes.length - 8, true);
  bytes.set(new TextEncoder().encode('WAVEfmt '), 8);
  for (const [at, value] of [
    [16, 16],
    [24, 8_000],
    [28, 8_000],
    [40, seconds * 8_000],
  ] as const) {
    view.setUint32(at, value, true);
  }
  for (const [at, value] of [
    [20, 1],
    [22, 1],
    [32, 1],
    [34, 8],
  ] as const) {
    view.setUint16(at, value, true);
  }
  bytes.set(new TextEncoder().encode('data'), 36);
  return bytes.buffer;
}

/** With a button that wants a moment of the call, as a line of the transcript does. */
function Section({ at }: { readonly at: string }) {
  const [wanted, setWanted] = useState<WantedMoment | null>(null);
  return (
    <>
      <button type="button" onClick={() => setWanted({ at })}>
        この発言
      </button>
      <RecordingSection call={over('stored')} isAdmin={false} wanted={wanted} />
    </>
  );
}

const player = (): HTMLAudioElement | null => document.querySelector('audio');

describe('RecordingSection', () => {
  it('shows nothing where calls are not recorded', async () => {
    const { screen } = await renderConsole(
      <RecordingSection call={over('none')} isAdmin={false} wanted={null} />,
    );

    expect(screen.container.textContent).toBe('');
  });

  it.each([
    ['awaited', '録音を取り込んでいます'],
    ['absent', 'この通話は録音されませんでした'],
    ['expired', '保存期間が過ぎたため'],
    ['lost', '録音を取得できませんでした'],
  ] as const)('says of one that is %s what that means', async (state, words) => {
    const { screen } = await renderConsole(
      <RecordingSection call={over(state)} isAdmin={false} wanted={null} />,
    );

    await expect.element(screen.getByText(words)).toBeVisible();
    await expect.element(screen.getByRole('button')).not.toBeInTheDocument();
  });

  it('lets an admin seek again what was lost', async () => {
    const { screen, server } = await renderConsole(
      <RecordingSection call={over('lost')} isAdmin wanted={null} />,
      { answers: { [`POST /api/calls/${callId}/recordings/seek`]: () => json({ recordings: [] }) } },
    );

    await screen.getByRole('button', { name: 'もう一度取得する' }).click();

    await expect.poll(() => server.requests.map(({ method }) => method)).toContain('POST');
  });

  it('fetches nothing before somebody presses play, then plays and pauses', async () => {
    const { screen, server } = await renderConsole(<Section at="" />, { answers: stored });
    await expect.element(screen.getByRole('button', { name: '再生' })).toBeVisible();
    const before = server.requests.map(({ path }) => path);

    await screen.getByRole('button', { name: '再生' }).click();
    await expect.element(screen.getByRole('button', { name: '一時停止' })).toBeVisible();
    await screen.getByRole('button', { name: '一時停止' }).click();

    await expect.element(screen.getByRole('button', { name: '再生' })).toBeVisible();
    expect(before).toEqual([`/api/calls/${callId}/recordings`]);
    expect(player()?.paused).toBe(true);
  });

  it('goes to where a sentence was said', async () => {
    const { screen } = await renderConsole(<Section at="2026-11-20T01:01:21.000Z" />, { answers: stored });
    await expect.element(screen.getByRole('slider', { name: '再生位置' })).toBeInTheDocument();

    await screen.getByRole('button', { name: 'この発言' }).click();

    await expect.poll(() => player()?.currentTime ?? 0).toBeGreaterThanOrEqual(19.9);
    expect(player()?.currentTime).toBeLessThan(22);
    await expect
      .element(screen.getByRole('slider'))
      .toHaveAttribute('aria-valuetext', expect.stringMatching(/^0:2\d/));
  });

  it('is moved with the arrow keys, and made faster', async () => {
    const { screen } = await renderConsole(<Section at="2026-11-20T01:01:11.000Z" />, { answers: stored });
    await screen.getByRole('button', { name: 'この発言' }).click();
    await screen.getByRole('button', { name: '一時停止' }).click();
    const before = player()?.currentTime ?? 0;

    screen.getByRole('slider').element().focus();
    await userEvent.keyboard('{ArrowRight}{ArrowRight}');
    await screen.getByRole('combobox', { name: '再生速度' }).selectOptions('1.5倍');

    expect((player()?.currentTime ?? 0) - before).toBeGreaterThan(1);
    expect(player()?.playbackRate).toBe(1.5);
  });

  it('says why it cannot be played, and tries again', async () => {
    const { screen, server } = await renderConsole(<Section at="" />, {
      answers: { ...stored, [sound]: () => refused('recording-unavailable') },
    });

    await screen.getByRole('button', { name: '再生' }).click();
    await expect.element(screen.getByRole('alert')).toHaveTextContent('録音がありません');
    server.answer(stored);
    await screen.getByRole('button', { name: 'もう一度試す' }).click();

    await expect.element(screen.getByRole('button', { name: '一時停止' })).toBeVisible();
    await expect.element(screen.getByRole('alert')).not.toBeInTheDocument();
  });

  it('says why the list cannot be had, and tries again', async () => {
    const { screen, server } = await renderConsole(<Section at="" />, {
      answers: { [list]: () => refused('internal', 500) },
    });
    await expect.element(screen.getByRole('alert')).toBeVisible();

    server.answer(stored);
    await screen.getByRole('button', { name: 'もう一度試す' }).click();

    await expect.element(screen.getByRole('button', { name: '再生' })).toBeVisible();
  });

  it('saves a file, which the server is told', async () => {
    const { screen, server } = await renderConsole(<Section at="" />, { answers: stored });

    await screen.getByRole('button', { name: '保存する' }).click();

    await expect
      .poll(() => server.requests.map(({ path }) => path))
      .toContain(`/api/calls/${callId}/recordings/RE1/sound?as=file`);
  });
});
