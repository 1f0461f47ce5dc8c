import type { Carrier } from '../carrier.ts';
import type { Endpoint } from '../endpoint.ts';
import { dropByChance } from '../faults/dropped-legs.ts';
import { addressOf, type Destination, type Network } from '../network.ts';
import { type Callback, type CallProgressEvent, reportCallProgress } from '../webhooks/status-callback.ts';
import { createLeg, type Leg } from './leg.ts';
import { type AnsweredBy, detectMachine, type MachineDetection } from './machine-detection.ts';
import { createSid } from './sids.ts';

/** The phone calls of the account. */
export interface Calls {
  /** Makes the call; `dial` on its leg starts it. Null when the account has no such application. */
  place(call: NewCall): Call | null;
  /** Somebody rings a number of the account; `dial` on the leg lets it ring. */
  receive(call: ReceivedCall): Call;
  /** A call that never was: its place in the conference was taken. */
  drop(call: Call): void;
  find(sid: string): Call | undefined;
  /** Newest first. */
  list(): readonly Call[];
}

export interface NewCall {
  readonly from: string;
  readonly destination: Destination;
  /** Without the five seconds that Twilio adds. */
  readonly timeoutSeconds: number;
  /** How long it may last once answered. */
  readonly timeLimitSeconds: number | null;
  readonly statusCallback: Callback<CallProgressEvent> | null;
  readonly machineDetection: MachineDetection | null;
}

interface ReceivedCall {
  readonly from: string;
  readonly to: string;
  /** The far end, which rings and is answered by the account. */
  readonly endpoint: Endpoint;
  readonly statusCallback: Callback<CallProgressEvent> | null;
}

export interface Call {
  readonly leg: Leg;
  answeredBy(): AnsweredBy | null;
}

/** How long each kind of leg takes to be set up, in milliseconds. */
export type SetUpTimes = Readonly<Record<Destination['type'], number>>;

export interface CallsOptions {
  readonly network: Network;
  readonly setUpMs: SetUpTimes;
  /** A call was made, and is not dialed yet. */
  readonly onPlaced: (call: Call) => void;
}

const TIMEOUT_BUFFER_SECONDS = 5;
/** How long the application may take to say what is to become of a call that comes in. */
const RECEIVED_RING_SECONDS = 60;
/** Ended calls that are still answered for. */
const REMEMBERED = 5_000;

export function createCalls(options: CallsOptions, carrier: Carrier): Calls {
  const calls = new Map<string, Call>();

  function forgetOldest(): void {
    if (calls.size <= REMEMBERED) return;
    for (const { leg } of calls.values()) {
      if (leg.phase().type !== 'ended') continue;
      calls.delete(leg.sid);
      return;
    }
  }

  function keep(call: Call): Call {
    calls.set(call.leg.sid, call);
    forgetOldest();
    options.onPlaced(call);
    return call;
  }

  return {
    place: (newCall) => {
      const endpoint = endpointFor(newCall.destination, options.network);
      if (endpoint === null) return null;
      const leg = legFor(newCall, { endpoint, setUpMs: options.setUpMs[newCall.destination.type] }, carrier);
      return keep(attend(leg, newCall, carrier));
    },
    receive: ({ from, to, endpoint, statusCallback }) => {
      const { accountSid, clock } = carrier;
      const sid = createSid('CA');
      const ringForMs = RECEIVED_RING_SECONDS * 1_000;
      const ends = { from, to, endpoint, parameters: {} };
      const leg = createLeg({ sid, accountSid, ...ends, direction: 'inbound', setUpMs: 0, ringForMs, clock });
      return keep(attend(leg, { statusCallback, machineDetection: null, timeLimitSeconds: null }, carrier));
    },
    drop: ({ leg }) => {
      calls.delete(leg.sid);
    },
    find: (sid) => calls.get(sid),
    list: () => [...calls.values()].reverse(),
  };
}

function endpointFor(destination: Destination, network: Network): Endpoint | null {
  switch (destination.type) {
    case 'phone':
      return network.phone(destination.number);
    case 'client':
      return network.softphone(destination.identity);
    case 'application':
      return network.application(destination.sid);
  }
}

function legFor(
  call: NewCall,
  { endpoint, setUpMs }: { readonly endpoint: Endpoint; readonly setUpMs: number },
  { accountSid, clock }: Carrier,
): Leg {
  return createLeg({
    sid: createSid('CA'),
    accountSid,
    from: call.from,
    to: addressOf(call.destination),
    direction: 'outbound-api',
    parameters: call.destination.type === 'phone' ? {} : call.destination.parameters,
    endpoint,
    setUpMs,
    ringForMs: (call.timeoutSeconds + TIMEOUT_BUFFER_SECONDS) * 1_000,
    clock,
  });
}

/** What accompanies the call whatever it is for: its progress is reported, its length limited, its answerer guessed at. */
function attend(
  leg: Leg,
  call: Pick<NewCall, 'statusCallback' | 'machineDetection' | 'timeLimitSeconds'>,
  carrier: Carrier,
): Call {
  let answeredBy: AnsweredBy | null = null;
  const { statusCallback, machineDetection, timeLimitSeconds } = call;
  if (statusCallback !== null) reportCallProgress(leg, statusCallback, carrier);
  if (machineDetection !== null) {
    const onDecided = (by: AnsweredBy): void => {
      answeredBy = by;
    };
    detectMachine(leg, machineDetection, { carrier, onDecided });
  }
  dropByChance(leg, carrier);
  if (timeLimitSeconds !== null) {
    leg.subscribe((event) => {
      if (event.type === 'answered') carrier.clock.after(timeLimitSeconds * 1_000, leg.hangUp);
    });
  }
  return { leg, answeredBy: () => answeredBy };
}
