import type { CallId } from '../../../contract/ids.ts';
import type { CarrierCommand, CarrierOutcome } from '../../carrier-command.ts';
import type { Telephony } from '../../telephony.ts';
import { outcomeOfError } from '../error-outcome.ts';
import { inTime } from '../in-time.ts';
import type { After } from '../relay/alarm.ts';
import type { TwilioClient } from '../twilio-client.ts';
import type { TwilioTelephony } from '../twilio-telephony.ts';
import { type CustomerAsk, createWebhookUrls } from '../webhook-urls.ts';
import { type CustomerDialOptions, dialCustomer, fallbackOf, findDialled } from './customer-dial.ts';
import { conferenceAt, isRoomMixed, legNowOf, presentInRoom } from './customer-room.ts';
import { aiRefOf, callOfRoom, type DialledCalls, parseAiRef, roomOf } from './placed-call.ts';

interface CustomerTelephonyOptions extends Omit<CustomerDialOptions, 'urls'> {
  readonly publicUrl: string;
  /** Does what is the same wherever the AI is. */
  readonly telephony: TwilioTelephony;
  readonly placed: DialledCalls;
  readonly after: After;
}

const done: CarrierOutcome = { type: 'done' };
const patienceMs = 2_500;
const unanswered: CarrierOutcome = { type: 'unknown', detail: 'no answer in time' };
const notYet: CarrierOutcome = { type: 'throttled', retryAfterMs: 500 };

/**
 * The AI on the customer's own leg: the same commands, of which those that bring and remove the AI move the customer's leg out of the
 * conference and into it. Where the leg is moved to is asked of us when it gets there (`customer-webhook.ts`).
 */
export function createCustomerTelephony(options: CustomerTelephonyOptions): Telephony {
  const { client, telephony, placed, after } = options;
  const dialling = { ...options, urls: createWebhookUrls(options.publicUrl) };

  async function move({ client }: Carrier, callId: CallId, ask: CustomerAsk): Promise<CarrierOutcome> {
    const customer = placed.find(callId)?.customer ?? null;
    if (customer?.legRef == null || customer.state === 'left') return { type: 'gone' };
    const url = dialling.urls.customer(callId, ask);
    const fallback = fallbackOf(callId, dialling.urls);
    await client.calls(customer.legRef).update({ url, method: 'POST', ...fallback });
    return done;
  }

  /** Who has not answered yet finds the AI there; who is with it, or on the way, is not moved again. */
  async function bringAi(carrier: Carrier, { callId, legId }: Command<'add-ai'>): Promise<CarrierOutcome> {
    const place = placed.find(callId);
    const customerRef = place?.customer?.legRef ?? null;
    if (place === null || customerRef === null) return { type: 'gone' };
    const waits = place.customer?.state === 'here' && place.ai?.legId === legId && !place.ai.here;
    const moved = waits ? await move(carrier, callId, { type: 'ai-comes', legId }) : done;
    if (moved.type !== 'done') return moved;
    const leg = { legRef: aiRefOf({ callId, legId, customerRef }), conferenceRef: roomOf(callId) };
    return { type: 'done', leg };
  }

  /** Not the AI goes, but the customer: to the conference. Of another AI, who has come meanwhile, they have no need to be rid. */
  async function removeAi(
    carrier: Carrier,
    callId: CallId,
    legId: Command<'hang-up'>['legId'],
  ): Promise<CarrierOutcome> {
    const next = placed.find(callId)?.ai ?? null;
    if (next !== null && next.legId !== legId) return done;
    const moved = await move(carrier, callId, { type: 'ai-left', legId });
    return moved.type === 'gone' ? done : moved;
  }

  /** Out of a talk with a human nobody is moved for it. */
  async function announceIn(carrier: Carrier, callId: CallId, text: string): Promise<CarrierOutcome> {
    if (placed.find(callId)?.withHuman === true) return { type: 'gone' };
    return move(carrier, callId, { type: 'told', text });
  }

  async function inConference(
    { client, execute }: Carrier,
    command: Command<'mute-leg' | 'supervise-leg' | 'hold-leg' | 'remove-leg' | 'end-conference'>,
  ): Promise<CarrierOutcome> {
    const conferenceRef = await conferenceAt(command.conferenceRef, { client, placed });
    if (conferenceRef !== null) {
      const outcome = await execute({ ...command, conferenceRef });
      if (outcome.type !== 'gone' || command.type !== 'hold-leg') return outcome;
    }
    if (command.type === 'hold-leg') return onTheWay(command) ? notYet : { type: 'gone' };
    if (command.type === 'end-conference') return done;
    return command.type === 'remove-leg'
      ? execute({ type: 'hang-up', legId: command.legId, legRef: command.legRef })
      : { type: 'gone' };
  }

  /** To the conference, through an announcement perhaps: a hold has to wait for it, or it would be lost. */
  function onTheWay({ conferenceRef, legId, onHold }: Command<'hold-leg'>): boolean {
    const callId = callOfRoom(conferenceRef);
    const place = callId === null ? null : placed.find(callId);
    const isHere = place?.customer?.legId === legId && place.customer.state === 'here';
    return onHold && isHere && place.customer?.onHold === true && place.ai?.here !== true;
  }

  async function perform(carrier: Carrier, command: OtherCommand): Promise<CarrierOutcome> {
    switch (command.type) {
      case 'add-ai':
        return bringAi(carrier, command);
      case 'ring-softphone':
        return inRoom(command.callId, await carrier.execute(command));
      case 'announce': {
        const callId = callOfRoom(command.conferenceRef);
        return callId === null ? carrier.execute(command) : announceIn(carrier, callId, command.text);
      }
      case 'remove-leg':
      case 'hang-up': {
        const ai = parseAiRef(command.legRef);
        if (ai !== null) return removeAi(carrier, ai.callId, command.legId);
        return command.type === 'hang-up' ? carrier.execute(command) : inConference(carrier, command);
      }
      case 'mute-leg':
      case 'supervise-leg':
      case 'hold-leg':
      case 'end-conference':
        return inConference(carrier, command);
      case 'ring-telephone':
      case 'dismiss-telephone':
      case 'take-leave':
      case 'transcribe':
      case 'stop-transcribing':
        return carrier.execute(command);
    }
  }

  function quickly<Answer>(ask: (signal: AbortSignal) => Promise<Answer>, late: Answer): Promise<Answer> {
    return inTime(ask, { ms: patienceMs, late, after });
  }

  const until = (signal: AbortSignal) => ({ ...options, client: client.until(signal) });

  return {
    ...telephony,
    execute(command, repeated = false) {
      if (command.type === 'dial-customer') return dialCustomer(command, dialling);
      return quickly((signal) => {
        const execute: Carrier['execute'] = (one) => telephony.execute(one, repeated, signal);
        return perform({ client: client.until(signal), execute }, command).catch(outcomeOfError);
      }, unanswered);
    },
    async findLeg(leg) {
      if (leg.type === 'add-ai') return { type: 'not-done' };
      if (leg.type === 'dial-customer') return findDialled(leg, options).catch(outcomeOfError);
      const found = await telephony.findLeg(leg);
      return found.type === 'not-done' ? found : inRoom(leg.callId, found);
    },
    legNow: (legRef) => legNowOf(legRef, options),
    presentIn: (ref) => quickly((signal) => presentInRoom(ref, until(signal)).catch(nobodyKnows), null),
    isMixed: (ref) => quickly((signal) => isRoomMixed(ref, until(signal)).catch(nobodyKnows), null),
  };
}

/** While one command is not given up. */
interface Carrier {
  readonly client: TwilioClient;
  execute(command: OtherCommand): Promise<CarrierOutcome>;
}

type OtherCommand = Exclude<CarrierCommand, { readonly type: 'dial-customer' }>;

type Command<Type extends CarrierCommand['type']> = Extract<CarrierCommand, { readonly type: Type }>;

/** What is asked of a call's conference later is asked of its room. */
function inRoom(callId: CallId, outcome: CarrierOutcome): CarrierOutcome {
  if (outcome.type !== 'done' || outcome.leg === undefined) return outcome;
  return { type: 'done', leg: { ...outcome.leg, conferenceRef: roomOf(callId) } };
}

function nobodyKnows(error: unknown): null {
  outcomeOfError(error);
  return null;
}
