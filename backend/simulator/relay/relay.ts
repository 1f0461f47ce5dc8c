import type { SimulatedClock } from '../clock.ts';
import { createSid } from '../exchange/sids.ts';
import type { Ear } from '../twiml/ear.ts';
import type { Line } from '../twiml/line.ts';
import type { RecordingLibrary } from '../twiml/recording-library.ts';
import type { ConversationRelaySettings } from '../twiml/verbs.ts';
import { createRelayEar } from './relay-ear.ts';
import { type ApplicationFrame, type RelayFrame, readApplicationFrame } from './relay-frames.ts';
import type { OpenRelay, RelaySocket } from './relay-socket.ts';
import { createRelayVoice } from './relay-voice.ts';

export interface RelayOptions {
  readonly settings: ConversationRelaySettings;
  readonly customParameters: Readonly<Record<string, string>>;
  /** Of the call, as a webhook would have them. */
  readonly parameters: Readonly<Record<string, string>>;
  readonly open: OpenRelay;
  readonly line: Line;
  readonly ear: Ear;
  readonly clock: SimulatedClock;
  readonly recordings: RecordingLibrary;
  /** An error that Twilio would show in its debugger: its code. */
  readonly onError: (code: number) => void;
  /** Aborted when the call is over. */
  readonly signal: AbortSignal;
}

/** What the `action` of `<Connect>` is told (voice/twiml/connect/conversationrelay#actions). */
export type RelayResult = Readonly<Record<string, string>> & {
  readonly SessionId: string;
  readonly SessionStatus: 'ended' | 'completed' | 'failed';
};

const UNREACHABLE = 39001;
const SOCKET_ENDED = 64105;
const INVALID_MESSAGE = 64107;
/** So many that make no sense end a session. */
const MOST_INVALID = 10;

/** Executes a ConversationRelay to its end, whichever side brings it about. Never rejects. */
export function relay(options: RelayOptions): Promise<RelayResult> {
  const { clock, signal } = options;
  const SessionId = createSid('VX');
  const beganAt = clock.now().getTime();
  const over = new AbortController();
  return new Promise<Readonly<Record<string, string>>>((resolve) => {
    const finish = (how: Readonly<Record<string, string>>): void => {
      if (over.signal.aborted) return;
      over.abort();
      session.close();
      resolve(how);
    };
    const session = createSession(options, { SessionId, signal: over.signal, finish });
    signal.addEventListener('abort', () => finish({ SessionStatus: 'completed' }), { once: true });
    if (signal.aborted) finish({ SessionStatus: 'completed' });
  }).then((how) => {
    const seconds = Math.round((clock.now().getTime() - beganAt) / 1_000);
    const { SessionStatus, ...rest } = how;
    const status = SessionStatus === 'ended' || SessionStatus === 'completed' ? SessionStatus : 'failed';
    return { ...rest, SessionId, SessionStatus: status, SessionDuration: String(seconds) };
  });
}

interface SessionEnd {
  readonly SessionId: string;
  readonly signal: AbortSignal;
  readonly finish: (how: Readonly<Record<string, string>>) => void;
}

function createSession(options: RelayOptions, { SessionId, signal, finish }: SessionEnd): { close(): void } {
  const { settings, clock, line, recordings } = options;
  const tellsSpeakers = settings.debug.includes('speaker-events');
  const interrupts = (by: 'speech' | 'dtmf'): boolean => ['any', by].includes(settings.interruptible);
  let isOpen = false;
  let invalid = 0;
  let tokens = '';

  function info(name: 'agentSpeaking' | 'clientSpeaking', value: 'on' | 'off'): void {
    if (tellsSpeakers) send({ type: 'info', name, value });
  }

  function send(frame: RelayFrame): void {
    if (isOpen && !signal.aborted) socket.send(frame);
  }

  const voice = createRelayVoice({
    playback: { listener: line, clock, recordings },
    signal,
    onBegan() {
      info('agentSpeaking', 'on');
      if (ear.isHearing() && interrupts('speech')) interrupt();
    },
    onStopped: () => info('agentSpeaking', 'off'),
  });

  function interrupt(): void {
    const interruption = voice.interrupt();
    if (interruption === null) return;
    const { said, ms } = interruption;
    send({
      type: 'interrupt',
      utteranceUntilInterrupt: said,
      durationUntilInterruptMs: String(Math.round(ms)),
    });
  }

  const ear = createRelayEar({
    ear: options.ear,
    clock,
    deafUntil: voice.deafUntil,
    onBegan() {
      if (interrupts('speech')) interrupt();
      info('clientSpeaking', 'on');
    },
    onStopped: () => info('clientSpeaking', 'off'),
    onKey(digit) {
      if (!settings.dtmfDetection) return;
      if (interrupts('dtmf')) interrupt();
      if (!voice.isSpeaking()) send({ type: 'dtmf', digit });
    },
    onHeard(text, last) {
      if (last || settings.partialPrompts) {
        send({ type: 'prompt', voicePrompt: text, lang: settings.language, last });
      }
    },
  });

  function obey(frame: ApplicationFrame): void {
    switch (frame.type) {
      case 'text':
        tokens += frame.token;
        if (!frame.last) return;
        voice.say({ type: 'say', text: tokens, loop: 1 }, frame.interruptible ?? true);
        tokens = '';
        break;
      case 'play':
        voice.say({ type: 'play', url: frame.source, loop: frame.loop }, frame.interruptible ?? true);
        break;
      case 'sendDigits':
        voice.say({ type: 'press-keys', digits: frame.digits }, false);
        break;
      case 'language':
        break;
      // What is being said is cut off: nothing promises that it is said to its end.
      case 'end': {
        const { handoffData } = frame;
        finish({
          SessionStatus: 'ended',
          ...(handoffData === undefined ? {} : { HandoffData: handoffData }),
        });
      }
    }
  }

  function received(text: string): void {
    if (signal.aborted) return;
    const frame = readApplicationFrame(text);
    if (frame !== null) {
      invalid = 0;
      obey(frame);
      return;
    }
    invalid += 1;
    options.onError(INVALID_MESSAGE);
    if (invalid >= MOST_INVALID) fail(SOCKET_ENDED, 'Too many invalid messages.');
    else send({ type: 'error', description: `Invalid message received: ${text}` });
  }

  function fail(code: number, message: string): void {
    if (signal.aborted) return;
    options.onError(code);
    finish({ SessionStatus: 'failed', ErrorCode: String(code), ErrorMessage: message });
  }

  const socket: RelaySocket = options.open(settings.url, {
    opened() {
      isOpen = true;
      send(setupFrame(options, SessionId));
    },
    received,
    closed: () =>
      isOpen
        ? fail(SOCKET_ENDED, 'The WebSocket was closed by the server.')
        : fail(UNREACHABLE, 'Network connection to WebSocket server failed.'),
  });

  return {
    close() {
      ear.stop();
      socket.close();
    },
  };
}

function setupFrame({ parameters, customParameters }: RelayOptions, sessionId: string): RelayFrame {
  const of = (name: string): string => parameters[name] ?? '';
  return {
    type: 'setup',
    sessionId,
    accountSid: of('AccountSid'),
    parentCallSid: '',
    callSid: of('CallSid'),
    from: of('From'),
    to: of('To'),
    forwardedFrom: '',
    callType: of('To').startsWith('app:') ? 'Client' : 'PSTN',
    callerName: '',
    direction: of('Direction'),
    callStatus: of('CallStatus').toUpperCase(),
    customParameters,
  };
}
