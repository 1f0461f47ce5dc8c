import type { Clock } from '../../../kernel/clock.ts';
import type { Log } from '../../../kernel/log.ts';
import type { After } from './alarm.ts';
import { commandFor } from './relay-commands.ts';
import { createRelayCourse } from './relay-course.ts';
import { type RelayFrame, readRelayFrame, writeRelayCommand } from './relay-frames.ts';
import type { RelayEvent } from './relay-machine.ts';
import { createRelayReports, type RelayReportsOptions } from './relay-reports.ts';

/** One WebSocket of a ConversationRelay, between Twilio and what the AI hears and says. */
export interface RelaySession {
  received(data: unknown): void;
  closed(): void;
}

export interface RelaySessionOptions extends RelayReportsOptions {
  readonly socket: { send(frame: string): void; close(code: number): void };
  /** Where Twilio finds a sound file of ours. */
  readonly audioUrl: (file: string) => string;
  readonly after: After;
  readonly log: Log;
}

/** Nobody says the same again so soon: a frame that does is the last one once more. But a key is pressed twice as fast. */
const repeatMs = 500;
/** RFC 6455, 7.4.1 */
const closeCodes = { refused: 1008, failed: 1011 } as const;

/** Frames and silences are taken one after another, each when the one before is answered (docs/decisions/0020-two-transports-one-conversation.md). */
export function createRelaySession(options: RelaySessionOptions): RelaySession {
  const { leg, socket, audioUrl, after, log } = options;
  const reports = createRelayReports(options);
  const isRepeat = repeats(options.clock);
  let work = Promise.resolve();
  const course = createRelayCourse({
    reports,
    send: (effect) => socket.send(writeRelayCommand(commandFor(effect, audioUrl))),
    after,
    enqueue,
  });

  function enqueue(task: () => Promise<void>): void {
    work = work.then(task).catch((error: unknown) => {
      log.error({ error, callId: leg.callId }, 'a ConversationRelay session failed');
      leaveTo(closeCodes.failed);
    });
  }

  /** Twilio asks the action of `<Connect>` next, which goes on with `<Gather>`. */
  function leaveTo(code: number): void {
    course.breakOff();
    socket.close(code);
  }

  async function take(frame: RelayFrame): Promise<void> {
    if (frame.type === 'error') {
      log.warn({ callId: leg.callId }, 'Twilio could not do what a ConversationRelay session asked for');
      leaveTo(closeCodes.failed);
    } else if (frame.type !== 'setup') {
      const event = eventOf(frame);
      if (event !== null) await course.move(event);
    } else if (!course.isOpened()) {
      const instruction = reports.opened(frame.callSid);
      if (instruction === null) leaveTo(closeCodes.refused);
      else await course.move({ type: 'instructed', instruction });
    }
  }

  return {
    received(data) {
      const frame = readRelayFrame(data);
      if (frame === null)
        log.warn({ callId: leg.callId }, 'a ConversationRelay sent a frame that is not known');
      else if (frame.type === 'dtmf' || !isRepeat(String(data))) enqueue(() => take(frame));
    },
    closed: course.breakOff,
  };
}

/** What a frame tells of the session's course; null where it tells nothing. */
function eventOf(frame: Exclude<RelayFrame, { readonly type: 'setup' | 'error' }>): RelayEvent | null {
  switch (frame.type) {
    case 'prompt': {
      const { voicePrompt: words, last } = frame;
      if (words !== '') return { type: last ? 'recognised' : 'guessed', words };
      return last ? { type: 'they-stopped' } : null;
    }
    case 'dtmf':
      return { type: 'keyed', digits: frame.digit };
    case 'interrupt': {
      const { utteranceUntilInterrupt: utterance, durationUntilInterruptMs: ms } = frame;
      return { type: 'interrupted', until: { utterance, ms } };
    }
    case 'info':
      if (frame.name === 'agentSpeaking') return { type: frame.value === 'on' ? 'we-began' : 'we-stopped' };
      if (frame.name === 'clientSpeaking')
        return { type: frame.value === 'on' ? 'they-began' : 'they-stopped' };
      return null;
  }
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
