import type { ObservedLeg } from '../../../backend/simulator/observation.ts';
import { agentPhoneAt } from '../../../backend/simulator/personas/agent-phones.ts';
import { parseAiRef } from '../../../backend/telephony/twilio/placement/placed-call.ts';
import { type HeldCalls, linesOf, type StoredCall, type Violation } from './held-calls.ts';
import { badRecordings } from './kept-recordings.ts';
import { longSilences } from './long-silences.ts';
import { missingWords } from './understood-words.ts';

/** Every promise that was broken, in the order in which the calls were started. */
export function violationsOf(held: HeldCalls): readonly Violation[] {
  const promises = [
    ['no call is open', stillOpen],
    ['nobody is dialled twice', dialledTwice],
    ['every turn is stored once and in order', badTurns],
    ['what was understood is stored', missingWords],
    ['every recording is stored once, or said to be missing', badRecordings],
    ['every customer hears something within 5 s of a failure', longSilences],
    ['billed legs are the stored legs', unequalLegs],
  ] as const;
  const ofCalls = held.calls.flatMap((call) =>
    promises.flatMap(([promise, broken]) =>
      broken(call, held).map((what) => ({ promise, number: call.phoneNumber, what })),
    ),
  );
  return [...ofCalls, ...strayTelephones(held)];
}

/** An agent's own telephone is rung outside of the conference, and is known to be a call's only by what is stored. */
function strayTelephones(held: HeldCalls): Violation[] {
  const stored = new Set(held.legs.map(({ carrierRef }) => carrierRef));
  return held.observed
    .filter(
      ({ to, callSid, billedSeconds }) =>
        agentPhoneAt(to) !== null && billedSeconds > 0 && !stored.has(callSid),
    )
    .map(({ to: number, billedSeconds }) => ({
      promise: 'billed legs are the stored legs',
      number,
      what: `${billedSeconds} s of an agent's telephone are not stored`,
    }));
}

function stillOpen(call: StoredCall, held: HeldCalls): string[] {
  const live = held.observed.filter(
    ({ callSid, endedAt }) => endedAt === null && refsOf(call, held).has(callSid),
  );
  const commands = held.openCommands.filter(({ callId }) => callId === call.id);
  return [
    ...(call.endedAt === null ? [`the call is ${call.status}`] : []),
    ...live.map(({ label, status }) => `the leg ${label} is ${status}`),
    ...commands.map(({ state, command }) => `a command is ${state}: ${JSON.stringify(command)}`),
  ];
}

function dialledTwice({ phoneNumber }: StoredCall, held: HeldCalls): string[] {
  const dialled = linesOf(phoneNumber, held).length;
  return dialled > 1 ? [`dialled ${dialled} times`] : [];
}

/** In order: numbers without gaps, what the AI said and heard as it was stored, and what the customer said as they said it. */
function badTurns(call: StoredCall, held: HeldCalls): string[] {
  const stored = held.turns.filter(({ callId }) => callId === call.id);
  const gaps = stored.filter(({ number }, index) => number !== index + 1);
  const ofAi = stored.filter(({ speaker, intent }) => speaker === 'ai' || intent !== null);
  const late = ofAi.filter(({ at }, index) => at < (ofAi[index - 1]?.at ?? at));
  const sounds = linesOf(call.phoneNumber, held).flatMap((leg) => leg.said);
  const said = sounds.map(({ what }) => what.text);
  const byTime = stored.toSorted((one, other) => one.at.getTime() - other.at.getTime());
  const spokenAt = byTime
    .filter(({ speaker, text }) => speaker === 'customer' && count(said, text) === 1)
    .map(({ text }) => ({ text, from: sounds.find(({ what }) => what.text === text)?.from ?? '' }));
  const displaced = spokenAt.filter(({ from }, index) => from < (spokenAt[index - 1]?.from ?? from));
  const heard = stored.filter(({ speaker }) => speaker === 'customer').map(({ text }) => text);
  return [
    ...gaps.map(({ number }) => `there is a gap before turn ${number}`),
    ...displaced.map(({ text }) => `stands after what was said later: ${text}`),
    ...late.map(({ number, text }) => `turn ${number} is out of order: ${text}`),
    ...[...new Set(heard)]
      .filter((text) => said.includes(text) && count(heard, text) > count(said, text))
      .map((text) => `stored more often than it was said: ${text}`),
  ];
}

function count(texts: readonly string[], text: string): number {
  return texts.filter((one) => one === text).length;
}

/** What the carrier bills for a call is what was stored of it, leg by leg and in seconds. Who never answered costs nothing. */
function unequalLegs(call: StoredCall, held: HeldCalls): string[] {
  const refs = refsOf(call, held);
  // Who rings us is in no conference yet.
  const lines = new Set(linesOf(call.phoneNumber, held));
  const made = held.observed.filter(
    (leg) => leg.conference === call.conferenceName || lines.has(leg) || isTelephoneOf(leg, refs),
  );
  const known = new Set(made.map(({ callSid }) => callSid));
  const billed = sum(made.map(({ billedSeconds }) => billedSeconds));
  const stored = sum(held.legs.map((leg) => (leg.callId === call.id ? (leg.billedSeconds ?? 0) : 0)));
  return [
    ...made
      .filter(({ callSid, billedSeconds }) => billedSeconds > 0 && !refs.has(callSid))
      .map(({ to, billedSeconds }) => `a leg to ${to} (${billedSeconds} s) is not stored`),
    ...(billed === stored ? [] : [`${billed} s were billed, and ${stored} s are stored`]),
    ...[...refs].filter((ref) => !known.has(ref)).map((ref) => `the stored leg ${ref} never was`),
  ];
}

function isTelephoneOf({ to, callSid }: ObservedLeg, refs: ReadonlySet<string>): boolean {
  return agentPhoneAt(to) !== null && refs.has(callSid);
}

function sum(seconds: readonly number[]): number {
  return seconds.reduce((all, one) => all + one, 0);
}

function refsOf({ id }: StoredCall, { legs }: HeldCalls): ReadonlySet<string> {
  const refs = legs.flatMap(({ callId, carrierRef }) => (callId === id ? (carrierRef ?? []) : []));
  // Of an AI on the customer's leg the carrier knows nothing.
  return new Set(refs.filter((ref) => parseAiRef(ref) === null));
}
