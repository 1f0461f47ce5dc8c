import { and, asc, eq, gt, inArray, sql } from 'drizzle-orm';
import type { CustomerStatus } from '../contract/customers.ts';
import type { CustomerId, ImportId } from '../contract/ids.ts';
import type { Database } from '../db/database.ts';
import { customers, doNotCall } from '../db/schema/customers.ts';
import { customerImportRows } from '../db/schema/imports.ts';

/** What the choice of a campaign's customers needs to know of one. */
export interface ChosenCustomer {
  readonly id: CustomerId;
  readonly phoneNumber: string;
  readonly timeZone: string;
  readonly status: CustomerStatus;
  readonly doNotCall: boolean;
}

interface ImportedCustomer extends ChosenCustomer {
  readonly row: number;
}

/** Customers who are chosen otherwise than by what the list finds. */
export interface CampaignSourceStore {
  /** Those whom the import made or changed from the row after `afterRow` on, and who are there; in the order of the file. */
  ofImport(importId: ImportId, afterRow: number, limit: number): readonly ImportedCustomer[];
  /** Those of them who are there, in this order, each once. */
  named(customerIds: readonly CustomerId[]): readonly ChosenCustomer[];
}

export function createCampaignSourceStore({ query }: Database): CampaignSourceStore {
  const columns = {
    id: customers.id,
    phoneNumber: customers.phoneNumber,
    timeZone: customers.timeZone,
    status: customers.status,
    doNotCall: sql<number>`${doNotCall.phoneNumber} is not null`.mapWith(Boolean),
  };
  return {
    ofImport: (importId, afterRow, limit) =>
      query
        .select({ ...columns, row: customerImportRows.row })
        .from(customerImportRows)
        .innerJoin(customers, eq(customers.id, customerImportRows.customerId))
        .leftJoin(doNotCall, eq(doNotCall.phoneNumber, customers.phoneNumber))
        .where(
          and(
            eq(customerImportRows.importId, importId),
            gt(customerImportRows.row, afterRow),
            inArray(customerImportRows.outcome, ['created', 'updated']),
          ),
        )
        .orderBy(asc(customerImportRows.row))
        .limit(limit)
        .all(),
    named(customerIds) {
      const rows = query
        .select(columns)
        .from(customers)
        .leftJoin(doNotCall, eq(doNotCall.phoneNumber, customers.phoneNumber))
        .where(inArray(customers.id, [...customerIds]))
        .all();
      const found = new Map(rows.map((row) => [row.id, row]));
      return [...new Set(customerIds)].flatMap((id) => found.get(id) ?? []);
    },
  };
}
