import { describe, expect, it } from 'vitest';
import { createSimulatedClock } from '../../../../backend/simulator/clock.ts';
import type { Frame } from '../../../../backend/simulator/endpoint.ts';
import { recordVoice, type VoiceTake } from '../../../../backend/simulator/exchange/voice-recorder.ts';
import { SILENCE } from '../../../../backend/simulator/media/frame.ts';
import { createTone } from '../../../../backend/simulator/media/sound-source.ts';
import { createSubscribers } from '../../../../backend/simulator/subscribers.ts';

const loud = createTone(440, 8_000)();

interface Recorded {
  readonly take: Promise<VoiceTake>;
  say(frame: Frame): void;
  press(digit: string): void;
  hangUp(): void;
}

function record(seconds: { readonly timeout: number; readonly maxLength: number }): Recorded {
  const frames = createSubscribers<Frame>();
  const keys = createSubscribers<string>();
  const line = new AbortController();
  const settings = {
    ...seconds,
    method: 'POST',
    finishOnKey: '#',
    playBeep: true,
    trim: 'do-not-trim',
  } as const;
  const source = { onFrame: frames.subscribe, onKey: keys.subscribe };
  const take = recordVoice(source, settings, createSimulatedClock({ speed: 20 }), line.signal);
  return { take, say: frames.tell, press: keys.tell, hangUp: () => line.abort() };
}

describe('recordVoice', () => {
  it('keeps what was said until a key ends it, with the silences in it', async () => {
    const recorded = record({ timeout: 100, maxLength: 100 });

    for (const frame of [SILENCE, loud, SILENCE]) recorded.say(frame);
    recorded.press('5');
    recorded.press('#');
    recorded.say(loud);

    expect(await recorded.take).toEqual({ frames: [SILENCE, loud, SILENCE], digits: '#' });
  });

  it('ends when it is long enough', async () => {
    const recorded = record({ timeout: 100, maxLength: 1 });

    recorded.say(loud);

    expect(await recorded.take).toEqual({ frames: [loud], digits: '' });
  });

  it('keeps nothing where nothing was to be heard', async () => {
    const recorded = record({ timeout: 1, maxLength: 100 });

    recorded.say(SILENCE);

    expect(await recorded.take).toEqual({ frames: null, digits: '' });
  });

  it('keeps what was said by somebody who hung up', async () => {
    const recorded = record({ timeout: 100, maxLength: 100 });

    recorded.say(loud);
    recorded.hangUp();

    expect(await recorded.take).toEqual({ frames: [loud], digits: 'hangup' });
  });
});
