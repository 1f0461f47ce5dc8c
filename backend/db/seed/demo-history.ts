import { DateTime } from 'luxon';
import type { CustomerId } from '../../contract/ids.ts';
import { mayCallAt, nextWorkingMorning } from '../../customers/calling-hours.ts';
import type { CustomerRow } from '../../customers/customer-store.ts';
import { type DemoCall, type DemoCallOptions, demoCall } from './demo-call.ts';
import type { DemoCustomer } from './demo-customers.ts';
import { demoScripts, type Script } from './demo-scripts.ts';
import { secondsAfter } from './demo-timeline.ts';
import { integerBetween, pickWeighted, type Random } from './random.ts';

const zone = 'Asia/Tokyo';
const officeHours = { type: 'window', from: 9 * 60, to: 18 * 60 } as const;
const slotsADay = 3;
/** Who was called so often is asked for an answer. */
const patientCalls = 5;
const daySeconds = 24 * 60 * 60;
/** Between two calls, so that they never touch. */
const breathSeconds = 3 * 60;
/** No call of the history may still be going on now. */
const longestCallSeconds = 10 * 60;

export const historyWeeks = 4;

export interface CallableCustomer {
  readonly row: CustomerRow;
  readonly past: DemoCustomer['past'];
}

interface DemoHistoryOptions {
  readonly agents: readonly DemoCallOptions['agent'][];
  /** The customers as they are by then. */
  readonly callable: () => readonly CallableCustomer[];
  readonly now: Date;
  readonly ids: (at: Date) => DemoCallOptions['ids'];
  readonly random: Random;
}

/** The finished calls of the last weeks, oldest first. Who was promised a call gets it at that time. */
export function* demoHistory(options: DemoHistoryOptions): Generator<DemoCall> {
  const { now, callable, random } = options;
  const made = new Map<CustomerId, readonly DemoCall[]>();
  const callsTo = ({ row }: CallableCustomer): readonly DemoCall[] => made.get(row.id) ?? [];
  let free = new Date(0);

  function play(customer: CallableCustomer, wanted: Date): DemoCall | null {
    const startedAt = wanted > free ? wanted : free;
    if (secondsAfter(startedAt, longestCallSeconds) > now || !isOfficeTime(startedAt)) return null;
    const before = callsTo(customer);
    const played = playCall(customer, { before, startedAt }, options);
    made.set(customer.row.id, [...before, played]);
    free = secondsAfter(played.endedAt, breathSeconds);
    return played;
  }

  const nextPromise = (slot: Date): PromisedCall | null => firstPromise(slot, callable(), callsTo);

  for (const slot of [...slots(now, random), now]) {
    for (let next = nextPromise(slot); next !== null; next = nextPromise(slot)) {
      const kept = play(next.customer, next.due) ?? play(next.customer, slot);
      if (kept === null) break;
      yield kept;
    }
    const rested = callable().filter((customer) => isRested(callsTo(customer), slot));
    const chosen = rested[integerBetween(random, 0, rested.length - 1)];
    const played = chosen === undefined ? null : play(chosen, slot);
    if (played !== null) yield played;
  }
}

interface CallToPlay {
  /** To the same customer. */
  readonly before: readonly DemoCall[];
  readonly startedAt: Date;
}

function playCall(
  { row, past }: CallableCustomer,
  { before, startedAt }: CallToPlay,
  { agents, random, ids }: DemoHistoryOptions,
): DemoCall {
  const owner = agents.find(({ id }) => id === row.ownerId);
  const agent = owner ?? agents[integerBetween(random, 0, agents.length - 1)];
  if (agent === undefined) throw new Error('nobody is there to call');
  const script = pickWeighted(random, scriptsFor(past, before.length));
  return demoCall({ script, customer: row, agent, startedAt, ids: ids(startedAt), random });
}

/** What can come of the next call to somebody who was called so many times. */
function scriptsFor(past: DemoCustomer['past'], callsBefore: number): readonly Script[] {
  const refusals = demoScripts.filter(({ result }) => result === 'rejected');
  if (past === 'refused' && callsBefore > 0) return refusals;
  return demoScripts
    .filter((script) => !refusals.includes(script))
    .filter(({ result }) => result !== 'success' || past === 'may-have-agreed')
    .filter((script) => callsBefore < patientCalls || isAnswer(script));
}

/** Nobody has to be called again because of it. */
function isAnswer({ nextAction }: Script): boolean {
  return nextAction !== null && nextAction.kind !== 'call-back';
}

/** Times at which somebody is called to whom no time was promised. */
function slots(now: Date, random: Random): Date[] {
  const today = DateTime.fromJSDate(now, { zone }).startOf('day');
  const days = Array.from({ length: historyWeeks * 7 + 1 }, (_, day) =>
    today.minus({ days: historyWeeks * 7 - day }),
  );
  return days.flatMap((day) => {
    let at = day.set({ hour: 9, minute: 15 });
    return Array.from({ length: slotsADay }, () => {
      at = at.plus({ minutes: integerBetween(random, 20, 170), seconds: integerBetween(random, 0, 59) });
      return at.toJSDate();
    }).filter(isOfficeTime);
  });
}

function isOfficeTime(at: Date): boolean {
  return mayCallAt(officeHours, zone, at);
}

interface PromisedCall {
  readonly customer: CallableCustomer;
  readonly due: Date;
}

/** Of those due before the slot. */
function firstPromise(
  slot: Date,
  callable: readonly CallableCustomer[],
  callsTo: (customer: CallableCustomer) => readonly DemoCall[],
): PromisedCall | null {
  const promised = callable.flatMap((customer): PromisedCall[] => {
    const due = promisedAt(callsTo(customer).at(-1));
    return due === null || due >= slot ? [] : [{ customer, due }];
  });
  return promised.toSorted((a, b) => a.due.getTime() - b.due.getTime())[0] ?? null;
}

function promisedAt(call: DemoCall | undefined): Date | null {
  const nextAction = call?.call.nextAction ?? null;
  if (call === undefined || nextAction?.kind !== 'call-back') return null;
  return nextAction.at === null ? nextWorkingMorning(call.endedAt, zone) : new Date(nextAction.at);
}

/** Never called, not reached the day before, or given a week to read what was sent. Who waits for a promised call is called then. */
function isRested(calls: readonly DemoCall[], at: Date): boolean {
  const last = calls.at(-1);
  if (last === undefined) return true;
  if (calls.length > patientCalls) return false;
  switch (last.call.nextAction?.kind ?? 'again') {
    case 'again':
      return at > secondsAfter(last.endedAt, daySeconds);
    case 'send-material':
      return at > secondsAfter(last.endedAt, 7 * daySeconds);
    case 'call-back':
    case 'visit':
    case 'none':
      return false;
  }
}
