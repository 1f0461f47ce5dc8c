import type { LegNow, PresentLeg, Telephony } from '../../telephony.ts';
import type { TwilioClient } from '../twilio-client.ts';
import { callOfRoom, type PlacedCall, type PlacedCalls, parseAiRef } from './placed-call.ts';

export interface CustomerRoomOptions {
  readonly client: Pick<TwilioClient, 'conferences'>;
  readonly telephony: Pick<Telephony, 'legNow' | 'presentIn' | 'isMixed'>;
  readonly placed: PlacedCalls;
}

/** Conferences of one name follow each other, when the AI is back in between. */
const mostConferences = 5;

/** The conference at Twilio that a ref stands for now; null while there is none. */
export async function conferenceAt(
  conferenceRef: string,
  { client, placed }: Pick<CustomerRoomOptions, 'client' | 'placed'>,
): Promise<string | null> {
  const callId = callOfRoom(conferenceRef);
  if (callId === null) return conferenceRef;
  const named = await conferencesNamed(placed.find(callId), client);
  return named.find(({ status }) => status !== 'completed')?.sid ?? null;
}

/** All that a ref has stood for so far. */
export async function conferencesOf(
  conferenceRef: string,
  { client, placed }: Pick<CustomerRoomOptions, 'client' | 'placed'>,
): Promise<readonly string[]> {
  const callId = callOfRoom(conferenceRef);
  if (callId === null) return [conferenceRef];
  return (await conferencesNamed(placed.find(callId), client)).map(({ sid }) => sid);
}

function conferencesNamed(place: PlacedCall | null, client: CustomerRoomOptions['client']) {
  if (place === null) return Promise.resolve([]);
  return client.conferences.list({ friendlyName: place.conferenceName, limit: mostConferences });
}

/** Who is in the conference, and with whom the customer talks outside of it. */
export async function presentInRoom(
  conferenceRef: string,
  options: CustomerRoomOptions,
): Promise<readonly PresentLeg[] | null> {
  const sid = await conferenceAt(conferenceRef, options);
  const inside = sid === null ? [] : await options.telephony.presentIn(sid);
  const callId = callOfRoom(conferenceRef);
  const place = callId === null ? null : options.placed.find(callId);
  if (inside === null || place === null) return inside;
  const outside = await presentOutside(place, inside, options);
  return outside === null ? null : [...inside, ...outside];
}

async function presentOutside(
  { customer, ai }: PlacedCall,
  inside: readonly PresentLeg[],
  { telephony }: CustomerRoomOptions,
): Promise<readonly PresentLeg[] | null> {
  if (customer?.legRef == null || inside.some(({ label }) => label === customer.label)) return [];
  const now = await telephony.legNow(customer.legRef);
  if (now.type === 'unknown') return null;
  if (now.type !== 'up') return [];
  const here = [customer, ...(ai === null ? [] : [ai])];
  return here.map(({ label }) => ({ label, muted: false, onHold: false, coaches: null }));
}

/** The AI and the customer hear each other as soon as they are on one leg. Of a customer who is still on the way nobody can say. */
export async function isRoomMixed(
  conferenceRef: string,
  options: CustomerRoomOptions,
): Promise<boolean | null> {
  const callId = callOfRoom(conferenceRef);
  const place = callId === null ? null : options.placed.find(callId);
  if (place?.ai?.here === true) return true;
  const sid = await conferenceAt(conferenceRef, options);
  if (sid === null) return null;
  const mixed = await options.telephony.isMixed(sid);
  if (mixed !== false || place === null) return mixed;
  const inside = await options.telephony.presentIn(sid);
  return inside?.some(({ label }) => label === place.customer?.label) === true ? false : null;
}

/** The AI has no call of its own: it costs nothing, and ends with the customer's. */
export async function legNowOf(legRef: string, { telephony }: CustomerRoomOptions): Promise<LegNow> {
  const ai = parseAiRef(legRef);
  if (ai === null) return telephony.legNow(legRef);
  const now = await telephony.legNow(ai.customerRef);
  return now.type === 'ended' ? { ...now, billedSeconds: 0 } : now;
}
