import type { SimulatedClock } from '../clock.ts';
import type { Endpoint, EndpointCall, EndpointEvents, LegAudio } from '../endpoint.ts';
import { createSubscribers, type Unsubscribe } from '../subscribers.ts';
import type { CallDirection } from '../webhooks/call-parameters.ts';
import type { CallEvent, CallPhase, EndedCall } from './call-machine.ts';
import { createCallProgress } from './call-progress.ts';
import type { Sound } from './sound.ts';

/** One phone call between the carrier and something that rings. */
export interface Leg {
  readonly sid: string;
  readonly from: string;
  /** As the REST API shows it: without the custom parameters. */
  readonly to: string;
  readonly direction: CallDirection;
  readonly createdAt: Date;
  phase(): CallPhase;
  updatedAt(): Date;
  /** The far end's sound; null until it answers. */
  audio(): LegAudio | null;
  subscribe(listener: (event: LegEvent) => void): Unsubscribe;
  /** Lets the far end hear something; `source` is the SID of the leg it comes from, null when it comes from the carrier. */
  hear(sound: Sound, source: string | null): void;
  /** Of what comes from that source. */
  hearBreakOff(source: string | null): void;
  hearKey(digit: string): void;
  dial(): void;
  /** Hangs up, or stops the ringing. */
  hangUp(): void;
}

export type LegEvent =
  | { readonly type: 'dialed' }
  | { readonly type: 'rang' }
  | { readonly type: 'answered'; readonly audio: LegAudio }
  | { readonly type: 'ended'; readonly call: EndedCall }
  | { readonly type: 'said'; readonly sound: Sound }
  | { readonly type: 'broke-off' }
  | { readonly type: 'pressed'; readonly digit: string }
  | { readonly type: 'heard'; readonly sound: Sound; readonly source: string | null }
  | { readonly type: 'heard-break-off'; readonly source: string | null };

export interface LegOptions {
  readonly sid: string;
  readonly accountSid: string;
  readonly from: string;
  readonly to: string;
  readonly direction: CallDirection;
  readonly parameters: Readonly<Record<string, string>>;
  readonly endpoint: Endpoint;
  /** How long the network takes before the far end knows of the call. */
  readonly setUpMs: number;
  /** How long it may ring. */
  readonly ringForMs: number;
  readonly clock: SimulatedClock;
}

export function createLeg(options: LegOptions): Leg {
  const { clock, sid, from, to, direction } = options;
  const createdAt = clock.now();
  const { subscribe, tell, clear } = createSubscribers<LegEvent>();
  const { phase, updatedAt, move } = createCallProgress(clock, (now) => {
    if (now.type === 'in-progress' || now.type === 'ended') stopWaiting();
    if (now.type !== 'ended') return;
    connection?.end();
    tell({ type: 'ended', call: now });
    clear();
  });
  let audio: LegAudio | null = null;
  let connection: EndpointCall | null = null;
  let stopWaiting = (): void => {};
  const tellWhileConnected = (event: LegEvent): void => {
    if (phase().type === 'in-progress') tell(event);
  };

  function ring(): void {
    if (!move({ type: 'dialed' })) return;
    tell({ type: 'dialed' });
    stopWaiting = clock.after(options.ringForMs, () =>
      move({ type: 'refused', reason: 'no-answer', at: clock.now() }),
    );
    const { accountSid, parameters, endpoint } = options;
    const onAnswer = (answered: LegAudio): void => {
      audio = answered;
    };
    const events = endpointEvents({ clock, move, tell, tellWhileConnected, onAnswer });
    connection = endpoint.ring({ callSid: sid, accountSid, from, to, parameters }, events);
    if (phase().type === 'ended') connection.end();
  }

  return {
    sid,
    from,
    to,
    direction,
    createdAt,
    phase,
    updatedAt,
    audio: () => audio,
    subscribe,
    ...earpiece({
      tell: tellWhileConnected,
      connection: () => (phase().type === 'in-progress' ? connection : null),
    }),
    dial: () => {
      stopWaiting = clock.after(options.setUpMs, ring);
    },
    hangUp: () => {
      move({ type: 'hung-up', at: clock.now() });
    },
  };
}

interface EventSinks {
  readonly clock: SimulatedClock;
  readonly move: (event: CallEvent) => boolean;
  readonly tell: (event: LegEvent) => void;
  readonly tellWhileConnected: (event: LegEvent) => void;
  readonly onAnswer: (audio: LegAudio) => void;
}

/** What the far end reports. */
function endpointEvents({ clock, move, tell, tellWhileConnected, onAnswer }: EventSinks): EndpointEvents {
  return {
    ringing: () => {
      if (move({ type: 'rang' })) tell({ type: 'rang' });
    },
    answered: (audio) => {
      if (!move({ type: 'answered', at: clock.now() })) return;
      onAnswer(audio);
      tell({ type: 'answered', audio });
    },
    refused: (reason) => move({ type: 'refused', reason, at: clock.now() }),
    hungUp: () => move({ type: 'hung-up', at: clock.now() }),
    pressed: (digit) => tellWhileConnected({ type: 'pressed', digit }),
    said: (utterance) => tellWhileConnected({ type: 'said', sound: { type: 'speech', utterance } }),
    played: (recording) => tellWhileConnected({ type: 'said', sound: { type: 'recording', recording } }),
    brokeOff: () => tellWhileConnected({ type: 'broke-off' }),
  };
}

interface EarpieceOptions {
  readonly tell: (event: LegEvent) => void;
  /** Null while there is nobody to hear anything. */
  readonly connection: () => EndpointCall | null;
}

/** What the far end hears. */
function earpiece({ tell, connection }: EarpieceOptions): Pick<Leg, 'hear' | 'hearBreakOff' | 'hearKey'> {
  return {
    hear: (sound, source) => {
      tell({ type: 'heard', sound, source });
      if (sound.type === 'speech') connection()?.heard(sound.utterance);
    },
    hearBreakOff: (source) => {
      tell({ type: 'heard-break-off', source });
      connection()?.heardBreakOff();
    },
    hearKey: (digit) => connection()?.heardKey(digit),
  };
}
