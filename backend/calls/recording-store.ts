import { and, asc, eq, getTableColumns, isNotNull, isNull, lt, or, sql } from 'drizzle-orm';
import type { CallId } from '../contract/ids.ts';
import type { Database } from '../db/database.ts';
import { calls, recordings } from '../db/schema/calls.ts';
import type { RecordingEvent } from '../telephony/carrier-events.ts';

export type RecordingRow = typeof recordings.$inferSelect;
type RecordingChanges = Partial<Omit<RecordingRow, 'carrierRef' | 'callId'>>;

export interface RecordingStore {
  /** What the carrier tells of a recording; how it ended stays, whatever comes late. Whether that changed anything. */
  save(recording: RecordingEvent): boolean;
  find(recordingRef: string): RecordingRow | null;
  /** In the order in which they were first told of. */
  ofCall(callId: CallId): readonly RecordingRow[];
  update(recordingRef: string, changes: RecordingChanges): void;
  /** Those that have been kept since before that: ours since they were stored, those we never got since their call ended. */
  keptSinceBefore(time: Date): readonly RecordingRow[];
  /** Calls that are over, and of whose recordings something is not yet with us, or not yet gone from the carrier. */
  unsettledCalls(): readonly CallId[];
}

export function createRecordingStore({ query }: Database): RecordingStore {
  const ofOneCall = query
    .select()
    .from(recordings)
    .where(eq(recordings.callId, sql.placeholder('callId')))
    .orderBy(asc(sql`recordings.rowid`))
    .prepare();

  return {
    save({ recordingRef, callId, state, ...told }) {
      const { changes } = query
        .insert(recordings)
        .values({ carrierRef: recordingRef, callId, state, ...told })
        .onConflictDoUpdate({
          target: recordings.carrierRef,
          set: {
            state,
            startedAt: sql`coalesce(excluded.started_at, ${recordings.startedAt})`,
            durationSeconds: sql`coalesce(excluded.duration_seconds, ${recordings.durationSeconds})`,
            channels: sql`coalesce(excluded.channels, ${recordings.channels})`,
            ...(state === 'in-progress' ? {} : { pausedSince: null, pauseUnsureSince: null }),
          },
          setWhere: eq(recordings.state, 'in-progress'),
        })
        .run();
      return changes === 1;
    },
    find: (recordingRef) =>
      query.select().from(recordings).where(eq(recordings.carrierRef, recordingRef)).get() ?? null,
    ofCall: (callId) => ofOneCall.all({ callId }),
    update(recordingRef, changes) {
      query.update(recordings).set(changes).where(eq(recordings.carrierRef, recordingRef)).run();
    },
    keptSinceBefore(time) {
      const isOld = and(eq(recordings.keeping, 'stored'), lt(recordings.storedAt, time));
      const isOldAtCarrier = and(eq(recordings.keeping, 'lost'), lt(calls.endedAt, time));
      return query
        .select(getTableColumns(recordings))
        .from(recordings)
        .innerJoin(calls, eq(calls.id, recordings.callId))
        .where(or(isOld, isOldAtCarrier))
        .all();
    },
    unsettledCalls() {
      const isSought = and(eq(recordings.keeping, 'awaited'), sql`${recordings.state} <> 'absent'`);
      const isLeft = and(
        sql`${recordings.keeping} in ('stored', 'expired')`,
        isNull(recordings.removedAtCarrierAt),
      );
      return query
        .selectDistinct({ callId: recordings.callId })
        .from(recordings)
        .innerJoin(calls, eq(calls.id, recordings.callId))
        .where(and(isNotNull(calls.endedAt), or(isSought, isLeft)))
        .all()
        .map((row) => row.callId);
    },
  };
}
