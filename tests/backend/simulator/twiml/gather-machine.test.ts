import { describe, expect, it } from 'vitest';
import {
  type GatherEvent,
  type GatherRules,
  type GatherState,
  patienceMs,
  startOfGather,
  transitionGather,
} from '../../../../backend/simulator/twiml/gather-machine.ts';

const rules: GatherRules = {
  hearsSpeech: true,
  hearsKeys: true,
  bargeIn: true,
  timeoutMs: 5_000,
  speechTimeoutMs: 1_000,
  longestSpeechMs: 60_000,
  finishOnKey: '#',
  numDigits: null,
};
const run = (events: readonly GatherEvent[], changed: Partial<GatherRules> = {}): GatherState =>
  events.reduce((state, event) => transitionGather(state, event, { ...rules, ...changed }), startOfGather);

const promptEnded: GatherEvent = { type: 'prompt-ended' };
const began: GatherEvent = { type: 'speech-began' };
const timedOut: GatherEvent = { type: 'timed-out' };
const ended = (text: string | null): GatherEvent => ({
  type: 'speech-ended',
  speech: text === null ? null : { text, confidence: 0.9 },
});
const key = (digit: string): GatherEvent => ({ type: 'key-pressed', digit });

describe('transitionGather', () => {
  it('counts the timeout from the end of the prompt', () => {
    const prompting = run([]);
    const waiting = run([promptEnded]);

    expect(patienceMs(prompting, rules)).toBeNull();
    expect(patienceMs(waiting, rules)).toBe(5_000);
  });

  it('has nothing when the timeout passes in silence', () => {
    expect(run([promptEnded, timedOut])).toEqual({ type: 'finished', result: { type: 'nothing' } });
  });

  it('has the speech once the pause after it was long enough', () => {
    const pausing = run([promptEnded, began, ended('はい')]);

    expect(patienceMs(pausing, rules)).toBe(1_000);
    expect(transitionGather(pausing, timedOut, rules)).toMatchObject({
      result: { type: 'speech', heard: [{ text: 'はい' }] },
    });
  });

  it('takes speech after a short pause for the same turn', () => {
    const state = run([promptEnded, began, ended('はい'), began, ended('山田です'), timedOut]);

    expect(state).toMatchObject({ result: { heard: [{ text: 'はい' }, { text: '山田です' }] } });
  });

  it('listens until the last of several voices has finished', () => {
    const state = run([promptEnded, began, began, ended('はい')]);

    expect(state).toMatchObject({ type: 'hearing', speaking: 1 });
  });

  it('cuts the prompt short when somebody speaks over it', () => {
    expect(run([began]).type).toBe('hearing');
  });

  it('goes on prompting without barge-in, and loses what ends before the prompt', () => {
    expect(run([began], { bargeIn: false })).toEqual({ type: 'prompting', speaking: 1 });
    expect(run([began, ended('はい'), promptEnded], { bargeIn: false })).toEqual({ type: 'waiting' });
  });

  it('hears the rest of what was begun over a prompt without barge-in', () => {
    expect(run([began, promptEnded], { bargeIn: false })).toMatchObject({ type: 'hearing', speaking: 1 });
  });

  it('waits on after a sound in which nothing was recognised', () => {
    expect(run([promptEnded, began, ended(null)])).toEqual({ type: 'waiting' });
  });

  it('finishes on the finishing key, with the digits before it', () => {
    expect(run([promptEnded, key('1'), key('2'), key('#')])).toMatchObject({
      result: { type: 'keys', digits: '12' },
    });
  });

  it('finishes as soon as there are enough digits, also over the prompt', () => {
    expect(run([key('1')], { numDigits: 1, bargeIn: false })).toMatchObject({ result: { digits: '1' } });
  });

  it('takes what it has when no further key comes', () => {
    expect(run([promptEnded, key('1'), timedOut])).toMatchObject({ result: { type: 'keys', digits: '1' } });
  });

  it('lets whichever came first decide between speech and keys', () => {
    expect(run([promptEnded, began, key('1')]).type).toBe('hearing');
    expect(run([promptEnded, key('1'), began]).type).toBe('keying');
  });

  it('is deaf to what was not asked for', () => {
    expect(run([promptEnded, began], { hearsSpeech: false })).toEqual({ type: 'waiting' });
    expect(run([promptEnded, key('1')], { hearsKeys: false })).toEqual({ type: 'waiting' });
  });

  it('ends speech that goes on for too long', () => {
    const hearing = run([promptEnded, began, ended('あの'), began]);

    expect(patienceMs(hearing, rules)).toBe(60_000);
    expect(transitionGather(hearing, timedOut, rules)).toMatchObject({
      result: { heard: [{ text: 'あの' }] },
    });
  });
});
