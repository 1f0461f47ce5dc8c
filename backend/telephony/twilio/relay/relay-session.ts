import type { CallId, LegId } from '../../../contract/ids.ts';
import type { Clock } from '../../../kernel/clock.ts';
import type { Log } from '../../../kernel/log.ts';
import type { AiLeg, CarrierEvents, Consider, Heard } from '../../carrier-events.ts';
import type { After } from './alarm.ts';
import { commandFor } from './relay-commands.ts';
import { type RelayFrame, readRelayFrame } from './relay-frames.ts';
import {
  isListening,
  isOurTurn,
  patienceMs,
  type RelayEffect,
  type RelayEvent,
  type RelayState,
  transitionRelay,
} from './relay-machine.ts';
import type { RelayReceipts } from './relay-receipts.ts';
import { heardAfter, heardOf } from './relay-words.ts';

/** One WebSocket of a ConversationRelay, between Twilio and what the AI hears and says. */
export interface RelaySession {
  received(data: unknown): void;
  closed(): void;
}

export interface RelaySessionOptions {
  readonly leg: { readonly callId: CallId; readonly legId: LegId };
  readonly socket: { send(frame: string): void; close(code: number): void };
  readonly events: Pick<CarrierEvents, 'aiStarted' | 'aiHeard' | 'aiInterrupted' | 'partialHeard'>;
  readonly receipts: RelayReceipts;
  readonly consider?: Consider | undefined;
  /** Where Twilio finds a sound file of ours. */
  readonly audioUrl: (file: string) => string;
  readonly clock: Clock;
  readonly after: After;
  readonly log: Log;
}

/** Nobody says the same again so soon: a frame that does is the last one once more. But a key is pressed twice as fast. */
const repeatMs = 500;
/** RFC 6455, 7.4.1 */
const closeCodes = { refused: 1008, failed: 1011 } as const;

/** Frames and silences are taken one after another, each when the one before is answered (docs/decisions/0020-two-transports-one-conversation.md). */
export function createRelaySession(options: RelaySessionOptions): RelaySession {
  const { leg, socket, events, receipts, consider, clock, after, log } = options;
  let state: RelayState = { type: 'unopened' };
  let legRef = '';
  let cancelAlarm = (): void => {};
  let work = Promise.resolve();
  /** The guess that was taken for what was said. */
  let taken = '';

  const isRepeat = repeats(clock);
  const aiLeg = (): AiLeg => ({ ...leg, legRef, at: clock.now() });

  function enqueue(task: () => void | Promise<void>): void {
    work = work.then(task).catch((error: unknown) => {
      log.error({ error, callId: leg.callId }, 'a ConversationRelay session failed');
      leaveTo(closeCodes.failed);
    });
  }

  function move(event: RelayEvent): void {
    const [next, effects] = transitionRelay(state, event);
    if (next === state) return;
    state = next;
    setAlarm();
    for (const effect of effects) perform(effect);
  }

  function perform(effect: RelayEffect): void {
    if (effect.type === 'cut-words') cutShort(effect);
    else socket.send(JSON.stringify(commandFor(effect, options.audioUrl)));
  }

  function cutShort({ saying, until }: Extract<RelayEffect, { readonly type: 'cut-words' }>): void {
    const { round, say, audio, readings = [] } = saying;
    const heard =
      audio === undefined ? heardOf(say, readings, until.utterance) : heardAfter(say, audio, until.ms);
    receipts.whileOpen(leg.legId, () => events.aiInterrupted(aiLeg(), round, heard));
  }

  function setAlarm(): void {
    cancelAlarm();
    const since = state;
    const patience = patienceMs(since);
    if (patience === null) return;
    cancelAlarm = after(patience, () => enqueue(() => (state === since ? timeUp() : undefined)));
  }

  /** After our own words it is their turn; after theirs, what was guessed is all that was heard, and without a guess it is silence. */
  function timeUp(): void | Promise<void> {
    if (isOurTurn(state)) return move({ type: 'timed-out' });
    const guess = state.type === 'listening' ? state.guess : '';
    taken = guess;
    return hear(guess === '' ? { type: 'silence' } : speech(guess));
  }

  /** Twilio asks the action of `<Connect>` next, which goes on with `<Gather>`. */
  function leaveTo(code: number): void {
    move({ type: 'broken' });
    socket.close(code);
  }

  function take(frame: RelayFrame): void | Promise<void> {
    switch (frame.type) {
      case 'setup':
        return open(frame.callSid);
      case 'prompt':
        return prompted(frame.voicePrompt, frame.last);
      case 'dtmf':
        return isListening(state) ? hear({ type: 'keys', digits: frame.digit }) : undefined;
      case 'interrupt':
        return move({
          type: 'interrupted',
          until: { utterance: frame.utteranceUntilInterrupt, ms: frame.durationUntilInterruptMs },
        });
      case 'info':
        return told(frame);
      case 'error':
        log.warn({ callId: leg.callId }, 'Twilio could not do what a ConversationRelay session asked for');
        return leaveTo(closeCodes.failed);
    }
  }

  /** Once for each leg: what was said over a socket that broke goes on with `<Gather>`. */
  function open(callSid: string): void {
    if (state.type !== 'unopened') return;
    legRef = callSid;
    const instruction = receipts.opening(leg.legId, clock.now(), () => events.aiStarted(aiLeg()));
    if (instruction === null) leaveTo(closeCodes.refused);
    else move({ type: 'instructed', instruction });
  }

  function prompted(text: string, isFinal: boolean): void | Promise<void> {
    // The recogniser may be surer of it after all, and late: it has been answered.
    const isAnswered = text !== '' && text === taken;
    taken = '';
    if (isAnswered || !isListening(state)) return;
    if (isFinal) return text === '' ? move({ type: 'they-stopped' }) : hear(speech(text));
    if (text === '') return;
    move({ type: 'guessed', words: text });
    const { round } = state;
    receipts.whileOpen(leg.legId, () => events.partialHeard(leg.callId, text, round));
  }

  async function hear(heard: Heard): Promise<void> {
    if (state.type !== 'listening') return;
    const { round } = state;
    cancelAlarm();
    const considered = consider === undefined ? heard : await consider(aiLeg(), round, heard);
    if (state.type !== 'listening' || state.round !== round) return;
    const instruction = receipts.whileOpen(leg.legId, () => events.aiHeard(aiLeg(), round, considered));
    if (instruction === null) move({ type: 'broken' });
    else move({ type: 'instructed', instruction });
  }

  function told({ name, value }: Extract<RelayFrame, { readonly type: 'info' }>): void {
    if (name === 'agentSpeaking') move({ type: value === 'on' ? 'we-began' : 'we-stopped' });
    if (name === 'clientSpeaking') move({ type: value === 'on' ? 'they-began' : 'they-stopped' });
  }

  return {
    received(data) {
      const frame = readRelayFrame(data);
      if (frame === null)
        log.warn({ callId: leg.callId }, 'a ConversationRelay sent a frame that is not known');
      else if (frame.type === 'dtmf' || !isRepeat(String(data))) enqueue(() => take(frame));
    },
    closed() {
      move({ type: 'broken' });
    },
  };
}

/** Also of what came twice: a repeat changes nothing. */
function repeats(clock: Clock): (data: string) => boolean {
  let last = { data: '', at: 0 };
  return (data) => {
    const now = clock.now().getTime();
    const repeated = last.data === data && now - last.at < repeatMs;
    last = { data, at: now };
    return repeated;
  };
}

/** Twilio gives no figure for how sure it is: zero says so. */
function speech(text: string): Heard {
  return { type: 'speech', text, confidence: 0 };
}
