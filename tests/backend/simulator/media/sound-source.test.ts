import { describe, expect, it } from 'vitest';
import { createVoice } from '../../../../backend/simulator/media/sound-source.ts';

describe('createVoice', () => {
  it('speaks for as long as it was told and then falls silent', () => {
    const voice = createVoice(200);

    voice.say(50);

    expect([1, 2, 3, 4].map(() => voice.read() !== null)).toEqual([true, true, true, false]);
  });

  it('stops in the middle of a word', () => {
    const voice = createVoice(200);
    voice.say(10_000);
    voice.read();

    voice.stop();

    expect(voice.read()).toBeNull();
  });
});
