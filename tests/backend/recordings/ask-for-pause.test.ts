import { describe, expect, it } from 'vitest';
import { askForPause } from '../../../backend/recordings/ask-for-pause.ts';
import type { CarrierOutcome } from '../../../backend/telephony/carrier-command.ts';
import type { RecordingNow } from '../../../backend/telephony/recording-line.ts';

const done: CarrierOutcome = { type: 'done' };
const lost: CarrierOutcome = { type: 'unknown', detail: 'no answer' };
const refused: CarrierOutcome = { type: 'refused', reason: 'carrier', detail: 'HTTP 400' };
const recording = { conferenceRef: 'CF1', recordingRef: 'RE1' };

/** Wants a pause of a carrier that answers so, one after the other; with what it was asked. */
async function ask(outcomes: readonly CarrierOutcome[], looks: readonly RecordingNow[]) {
  const asked: string[] = [];
  const left = { outcomes: [...outcomes], looks: [...looks] };
  const found = await askForPause({
    recording,
    paused: true,
    onUnsure: () => asked.push('unsure'),
    line: {
      setPaused: async (_, paused) => {
        asked.push(paused ? 'pause' : 'resume');
        return left.outcomes.shift() ?? refused;
      },
      recordingNow: async () => {
        asked.push('look');
        return left.looks.shift() ?? 'unknown';
      },
    },
  });
  return { found, asked };
}

describe('askForPause', () => {
  it.each([
    ['believes the carrier that it was done', [done], [], 'paused', ['pause']],
    [
      'sees that it was done although the answer was lost',
      [lost],
      ['paused'],
      'paused',
      ['pause', 'unsure', 'look'],
    ],
    [
      'asks once more for what was lost before it was done',
      [lost, done],
      ['running'],
      'paused',
      ['pause', 'unsure', 'look', 'pause'],
    ],
    [
      'asks once more where nobody tells what is true',
      [lost, done],
      ['unknown'],
      'paused',
      ['pause', 'unsure', 'look', 'pause'],
    ],
    [
      'sees that it was done the second time',
      [lost, lost],
      ['running', 'paused'],
      'paused',
      ['pause', 'unsure', 'look', 'pause', 'look'],
    ],
    [
      'says that nobody knows',
      [lost, lost],
      ['unknown', 'unknown'],
      'unknown',
      ['pause', 'unsure', 'look', 'pause', 'look'],
    ],
    ['does not ask again of a recording that is over', [lost], ['over'], 'over', ['pause', 'unsure', 'look']],
    ['does not repeat what was refused', [refused], ['running'], 'running', ['pause', 'look']],
    ['looks up what the carrier says is gone', [{ type: 'gone' }], ['over'], 'over', ['pause', 'look']],
  ] as const)('%s', async (_, outcomes, looks, expected, requests) => {
    const { found, asked } = await ask(outcomes, looks);

    expect(found).toBe(expected);
    expect(asked).toEqual(requests);
  });
});
