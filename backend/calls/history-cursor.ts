import { z } from 'zod';
import type { HistoryCursor } from '../contract/calls.ts';
import { type CallId, callIdSchema } from '../contract/ids.ts';
import type { CallRow } from './call-store.ts';

/** Where a page of the history ends. Several calls may start at the same moment: the id tells them apart. */
export interface HistoryPosition {
  readonly startedAt: Date;
  readonly callId: CallId;
}

const positionSchema = z.tuple([z.coerce.date(), callIdSchema]);

export function cursorOf({ startedAt, id }: CallRow): HistoryCursor {
  return `${startedAt.toISOString()}~${id}`;
}

export function positionOf(cursor: HistoryCursor): HistoryPosition {
  const [startedAt, callId] = positionSchema.parse(cursor.split('~'));
  return { startedAt, callId };
}
