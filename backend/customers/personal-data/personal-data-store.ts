import { and, eq, inArray, isNotNull, or, type SQL } from 'drizzle-orm';
import type { z } from 'zod';
import { type erasedFactsSchema, erasedSubjectId } from '../../contract/audit.ts';
import type { CallId, CustomerId } from '../../contract/ids.ts';
import type { PersonalData } from '../../contract/personal-data.ts';
import type { Database } from '../../db/database.ts';
import { calls, conversations, recordings, turns } from '../../db/schema/calls.ts';
import { campaignMembers } from '../../db/schema/campaigns.ts';
import { audit, customerNumbers, customerTags, doNotCall, reminders } from '../../db/schema/customers.ts';
import { customerImportRows } from '../../db/schema/imports.ts';

type Held = Omit<PersonalData, 'at' | 'customer'>;

export interface PersonalDataStore {
  /** What hangs on a customer, besides the row of their own. */
  of(customerId: CustomerId, numbers: readonly string[]): Held;
  callsOf(customerId: CustomerId): readonly { readonly id: CallId; readonly isOpen: boolean }[];
  /** Takes the person out of everything that stays for the statistics; `blocked` are the numbers that nobody may call. */
  erase(customerId: CustomerId, numbers: readonly string[], blocked: readonly string[]): void;
}

const erased: z.infer<typeof erasedFactsSchema> = { erased: true };

export function createPersonalDataStore({ query }: Database): PersonalDataStore {
  const callIdsOf = (customerId: CustomerId) =>
    query.select({ id: calls.id }).from(calls).where(eq(calls.customerId, customerId));

  /** Entries about the customer, their calls, and their numbers. Those about recordings have neither names nor words. */
  const aboutOf = (customerId: CustomerId, numbers: readonly string[]): SQL | undefined =>
    or(
      and(eq(audit.subject, 'customer'), eq(audit.subjectId, customerId)),
      and(eq(audit.subject, 'call'), inArray(audit.subjectId, callIdsOf(customerId))),
      and(eq(audit.subject, 'phone-number'), inArray(audit.subjectId, [...numbers])),
    );

  return {
    of(customerId, numbers) {
      const isTheirTurn = inArray(turns.callId, callIdsOf(customerId));
      const isTheirRecording = inArray(recordings.callId, callIdsOf(customerId));
      const isBlock = inArray(doNotCall.phoneNumber, [...numbers]);
      const isAbout = aboutOf(customerId, numbers);
      return {
        numbers: query.select().from(customerNumbers).where(eq(customerNumbers.customerId, customerId)).all(),
        tags: query.select().from(customerTags).where(eq(customerTags.customerId, customerId)).all(),
        calls: query.select().from(calls).where(eq(calls.customerId, customerId)).all(),
        transcript: query.select().from(turns).where(isTheirTurn).all(),
        recordings: query.select().from(recordings).where(isTheirRecording).all(),
        reminders: query.select().from(reminders).where(eq(reminders.customerId, customerId)).all(),
        campaigns: query
          .select()
          .from(campaignMembers)
          .where(eq(campaignMembers.customerId, customerId))
          .all(),
        imports: query
          .select()
          .from(customerImportRows)
          .where(eq(customerImportRows.customerId, customerId))
          .all(),
        doNotCall: query.select().from(doNotCall).where(isBlock).all(),
        audit: query.select().from(audit).where(isAbout).all(),
      };
    },
    callsOf: (customerId) =>
      query
        .select({ id: calls.id, endedAt: calls.endedAt })
        .from(calls)
        .where(eq(calls.customerId, customerId))
        .all()
        .map(({ id, endedAt }) => ({ id, isOpen: endedAt === null })),
    erase(customerId, numbers, blocked) {
      const callIds = callIdsOf(customerId);
      const isAbout = aboutOf(customerId, numbers);
      query
        .update(audit)
        .set({ before: erased })
        .where(and(isAbout, isNotNull(audit.before)))
        .run();
      query
        .update(audit)
        .set({ after: erased })
        .where(and(isAbout, isNotNull(audit.after)))
        .run();
      const gone = numbers.filter((number) => !blocked.includes(number));
      const isGone = and(eq(audit.subject, 'phone-number'), inArray(audit.subjectId, gone));
      query.update(audit).set({ subjectId: erasedSubjectId }).where(isGone).run();
      query.delete(turns).where(inArray(turns.callId, callIds)).run();
      query.delete(conversations).where(inArray(conversations.callId, callIds)).run();
      query.update(calls).set({ phoneNumber: '', note: '' }).where(eq(calls.customerId, customerId)).run();
      query.delete(reminders).where(eq(reminders.customerId, customerId)).run();
      query.delete(customerNumbers).where(eq(customerNumbers.customerId, customerId)).run();
      query.delete(customerTags).where(eq(customerTags.customerId, customerId)).run();
      query
        .update(campaignMembers)
        .set({ phoneNumber: '' })
        .where(eq(campaignMembers.customerId, customerId))
        .run();
      query
        .update(customerImportRows)
        .set({ company: '', problems: [], before: null })
        .where(eq(customerImportRows.customerId, customerId))
        .run();
      query
        .update(doNotCall)
        .set({ note: '' })
        .where(inArray(doNotCall.phoneNumber, [...numbers]))
        .run();
    },
  };
}
