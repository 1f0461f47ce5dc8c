import { DateTime } from 'luxon';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseSpokenTime } from '../../../backend/conversation/time/spoken-time.ts';
import { mayCallAt } from '../../../backend/customers/calling-hours.ts';
import { type Database, openDatabase } from '../../../backend/db/database.ts';
import { seedDemoData } from '../../../backend/db/seed/demo-data.ts';
import { isJapaneseHoliday } from '../../../backend/kernel/japanese-holidays.ts';
import { createApi } from '../../support/api.ts';
import { fixedClock } from '../../support/fixed-clock.ts';
import { demoContents } from './demo-contents.ts';

const zone = 'Asia/Tokyo';
const officeHours = { type: 'window', from: 9 * 60, to: 18 * 60 } as const;

describe.each([
  ['on a working day', '2026-11-24T06:00:00Z'],
  ['after the New Year holidays', '2027-01-04T01:00:00Z'],
  ['in Golden Week, at night', '2027-05-04T15:30:00Z'],
])('the demo history, made %s', (_when, now) => {
  let database: Database;
  let rows: ReturnType<typeof demoContents>;

  beforeAll(async () => {
    database = openDatabase(':memory:');
    const { auth, clock } = createApi(database, fixedClock(now));
    await seedDemoData({ database, auth, clock, timeZone: zone });
    rows = demoContents(database);
  });

  afterAll(() => database[Symbol.dispose]());

  it('has calls in office hours only, which never touch', () => {
    const inOrder = rows.calls.toSorted((a, b) => a.startedAt.getTime() - b.startedAt.getTime());

    expect(inOrder.length).toBeGreaterThan(50);
    for (const [index, call] of inOrder.entries()) {
      expect(mayCallAt(officeHours, zone, call.startedAt)).toBe(true);
      expect(call.startedAt.getTime()).toBeGreaterThan(endOf(inOrder[index - 1]));
      expect(endOf(call)).toBeLessThan(Date.parse(now));
    }
  });

  it('has everybody come, speak and leave in that order', () => {
    for (const call of rows.calls) {
      const said = rows.turns.filter(({ callId }) => callId === call.id).map(({ at }) => at);
      const stays = rows.legs.filter(({ callId }) => callId === call.id);

      expectInOrder([call.startedAt, call.answeredAt, ...said, call.endedAt]);
      for (const { createdAt, joinedAt, leftAt } of stays) {
        expectInOrder([call.startedAt, createdAt, joinedAt, leftAt, call.endedAt]);
      }
    }
  });

  it('has agents asked before they come, and come before they are wanted at once and heard', () => {
    for (const handoff of rows.handoffs) {
      const offer = rows.offers.find(({ handoffId }) => handoffId === handoff.id);
      const stay = rows.legs.find(({ id }) => id === handoff.legId);

      expectInOrder([
        handoff.requestedAt,
        offer?.offeredAt ?? null,
        offer?.respondedAt ?? null,
        stay?.createdAt ?? null,
        stay?.joinedAt ?? null,
        handoff.waitingSince,
        handoff.connectedAt,
        handoff.endedAt,
      ]);
    }
  });

  it('plans nothing but what can be: on a working day, later, and not after a refusal', () => {
    for (const { result, nextAction, endedAt } of rows.calls) {
      if (result === 'rejected') expect(nextAction).toEqual({ kind: 'none', at: null });
      if (nextAction === null || nextAction.at === null) continue;
      const at = new Date(nextAction.at);
      expect(at.getTime()).toBeGreaterThan(endedAt?.getTime() ?? 0);
      expect(mayCallAt(officeHours, zone, at)).toBe(true);
    }
  });

  it('says the very time that is planned', () => {
    const promised = rows.calls.filter(({ resultReason }) => resultReason === 'callback');

    expect(promised.length).toBeGreaterThan(0);
    for (const { id, startedAt, nextAction } of promised) {
      const words = rows.turns.find(({ callId, intent }) => callId === id && intent === 'callback')?.text;
      const understood = parseSpokenTime(words ?? '', { at: startedAt, zone, isHoliday: isJapaneseHoliday });
      expect(understood?.toISOString()).toBe(nextAction?.at);
    }
  });

  it('keeps every promise to call back', () => {
    for (const call of rows.calls) {
      const due = call.nextAction?.kind === 'call-back' ? call.nextAction.at : null;
      if (due === null || Date.parse(due) > Date.parse(now) - 60 * 60_000) continue;
      const next = rows.calls.find(
        (other) => other.customerId === call.customerId && other.startedAt > call.startedAt,
      );
      const late = (next?.startedAt.getTime() ?? Number.POSITIVE_INFINITY) - Date.parse(due);
      expect(late).toBeGreaterThanOrEqual(0);
      expect(late).toBeLessThan(60 * 60_000);
    }
  });

  it('leaves alone who has agreed or refused', () => {
    for (const { customerId, result, startedAt } of rows.calls) {
      if (result !== 'success' && result !== 'rejected') continue;
      const later = rows.calls.filter(
        (other) => other.customerId === customerId && other.startedAt > startedAt,
      );
      expect(later).toEqual([]);
    }
    const refused = rows.calls.filter(({ result }) => result === 'rejected');
    expect(rows.blocked.toSorted()).toEqual(refused.map(({ phoneNumber }) => phoneNumber).toSorted());
  });

  it('calls nobody who is not known yet, and nobody more than a handful of times', () => {
    for (const { id, createdAt } of rows.customers) {
      const made = rows.calls.filter(({ customerId }) => customerId === id);
      expect(made.length).toBeLessThanOrEqual(6);
      for (const { startedAt } of made) expect(startedAt.getTime()).toBeGreaterThan(createdAt.getTime());
    }
  });

  it('takes the mornings and afternoons of different days', () => {
    const days = new Set(
      rows.calls.map(({ startedAt }) => DateTime.fromJSDate(startedAt, { zone }).toISODate()),
    );

    expect(days.size).toBeGreaterThanOrEqual(12);
  });
});

function endOf(call: { readonly endedAt: Date | null } | undefined): number {
  return call?.endedAt?.getTime() ?? 0;
}

/** What did not happen is left out. */
function expectInOrder(times: readonly (Date | null)[]): void {
  const happened = times.flatMap((time) => (time === null ? [] : [time.getTime()]));
  expect(happened).toEqual(happened.toSorted((a, b) => a - b));
}
