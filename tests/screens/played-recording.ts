import type { Page } from '@playwright/test';
import { callRecordSchema } from '../../backend/contract/calls.ts';
import { type RecordingState, recordingsSchema } from '../../backend/contract/recordings.ts';
import { silentWav } from '../../backend/simulator/rest/silent-wav.ts';
import { changeAnswer } from './changed-answers.ts';
import { paths } from './played-answers.ts';

const durationSeconds = 154;

/** The call was recorded, and that became of it. */
export async function answerRecorded(page: Page, recording: RecordingState): Promise<void> {
  await changeAnswer(page, paths.record, callRecordSchema, (record) => ({
    ...record,
    call: { ...record.call, recording },
  }));
  await changeAnswer(page, paths.recordings, recordingsSchema, () => ({
    recordings: [
      {
        id: 'RE0000000000000000000000000000000',
        state: recording,
        startedAt: null,
        durationSeconds,
        waveform: Array.from({ length: 200 }, (_, part) => loudness(part)),
        keptUntil: null,
      },
    ],
  }));
}

export async function answerSound(page: Page): Promise<void> {
  await page.route(paths.sound, (route) =>
    route.fulfill({ contentType: 'audio/wav', body: Buffer.from(silentWav(durationSeconds)) }),
  );
}

/** Two who speak by turns, one of them lower, with a breath between. */
function loudness(part: number): number {
  const turn = part % 40;
  if (turn % 20 > 16) return 2;
  const voice = turn < 20 ? 70 : 40;
  return Math.round(voice * (0.55 + 0.45 * Math.abs(Math.sin(part * 1.7) * Math.cos(part * 0.6))));
}
