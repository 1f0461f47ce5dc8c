import { and, count, desc, eq, inArray, lt, or, type SQL, sql } from 'drizzle-orm';
import type { Scope } from '../auth/visibility.ts';
import type { BlockedQuery } from '../contract/do-not-call.ts';
import type { Database } from '../db/database.ts';
import { customers, doNotCall } from '../db/schema/customers.ts';
import type { StoredBlock } from './do-not-call-store.ts';

export interface BlockedPlace {
  readonly addedAt: Date;
  readonly phoneNumber: string;
}

export interface BlockedRequest extends Pick<BlockedQuery, 'source' | 'limit'> {
  /** Parts of numbers without their plus, of which one must be found; null for all. */
  readonly parts: readonly string[] | null;
  readonly before: BlockedPlace | null;
}

/** Reads the list of numbers that nobody calls. */
export interface DoNotCallListStore {
  /** Newest first. */
  page(request: BlockedRequest): readonly StoredBlock[];
  count(request: BlockedRequest): number;
  /** Customers with these numbers, as far as the scope reaches. */
  companiesWith(
    scope: Scope,
    phoneNumbers: readonly string[],
  ): readonly { readonly phoneNumber: string; readonly company: string }[];
}

export function createDoNotCallListStore({ query }: Database): DoNotCallListStore {
  return {
    page: (request) =>
      query
        .select()
        .from(doNotCall)
        .where(and(conditionOf(request), request.before === null ? undefined : olderThan(request.before)))
        .orderBy(desc(doNotCall.addedAt), desc(doNotCall.phoneNumber))
        .limit(request.limit)
        .all(),
    count: (request) =>
      query.select({ numbers: count() }).from(doNotCall).where(conditionOf(request)).get()?.numbers ?? 0,
    companiesWith: (scope, phoneNumbers) =>
      query
        .select({ phoneNumber: customers.phoneNumber, company: customers.company })
        .from(customers)
        .where(
          and(
            inArray(customers.phoneNumber, [...phoneNumbers]),
            scope === 'all'
              ? undefined
              : or(sql`${customers.ownerId} is null`, eq(customers.ownerId, scope.agentId)),
          ),
        )
        .all(),
  };
}

function conditionOf({ source, parts }: BlockedRequest): SQL | undefined {
  return and(
    source === undefined ? undefined : eq(doNotCall.source, source),
    parts === null ? undefined : (or(...parts.map(contains)) ?? sql`0`),
  );
}

function contains(part: string): SQL {
  return sql`instr(${doNotCall.phoneNumber}, ${part}) > 0`;
}

function olderThan({ addedAt, phoneNumber }: BlockedPlace): SQL | undefined {
  const sameMoment = and(eq(doNotCall.addedAt, addedAt), lt(doNotCall.phoneNumber, phoneNumber));
  return or(lt(doNotCall.addedAt, addedAt), sameMoment);
}
