import type { HeldCalls, StoredCall } from './held-calls.ts';

type KnownRecordings = Pick<HeldCalls, 'recordings' | 'recordingFiles' | 'observedRecordings'>;
type Observed = KnownRecordings['observedRecordings'][number];
type Stored = KnownRecordings['recordings'][number];

/** Every recording of the call that the carrier made is with us once, whole, and with the carrier no more; or is said to be none, and why. */
export function badRecordings(
  { id, conferenceName }: Pick<StoredCall, 'id' | 'conferenceName'>,
  held: KnownRecordings,
): string[] {
  const made = held.observedRecordings.filter(({ conference }) => conference === conferenceName);
  const stored = held.recordings.filter(({ callId }) => callId === id);
  const known = new Set(made.map(({ recordingSid }) => recordingSid));
  return [
    ...made.flatMap((recording) => {
      const row = stored.find(({ carrierRef }) => carrierRef === recording.recordingSid);
      return isEmpty(recording) ? unexplained(recording, row) : unkept(recording, row, held.recordingFiles);
    }),
    ...stored
      .filter(({ carrierRef }) => !known.has(carrierRef))
      .map(({ carrierRef }) => `the stored recording ${carrierRef} never was`),
  ];
}

/** Of no second there is nothing to keep. */
function isEmpty({ status, durationSeconds }: Observed): boolean {
  return status === 'absent' || durationSeconds === 0;
}

function unexplained({ recordingSid }: Observed, row: Stored | undefined): string[] {
  if (row?.state === 'absent') return [];
  return [`nobody is told that there is no sound in ${recordingSid}: ${row?.state ?? 'it is unknown'}`];
}

function unkept(
  { recordingSid, status, durationSeconds, isDeleted }: Observed,
  row: Stored | undefined,
  files: HeldCalls['recordingFiles'],
): string[] {
  if (durationSeconds === null) return [`the recording ${recordingSid} is ${status}`];
  if (row?.keeping !== 'stored') {
    return [`the recording ${recordingSid} is not stored: ${row?.keeping ?? 'it is unknown'}`];
  }
  const copies = files.filter((file) => file.recordingRef === recordingSid);
  const problems = [
    copies.length === 1 && copies[0]?.isIntact ? null : 'has no whole file, or more than one',
    row.durationSeconds === durationSeconds ? null : `has ${row.durationSeconds} s of ${durationSeconds}`,
    isDeleted ? null : 'is still at the carrier',
  ];
  return problems
    .filter((problem) => problem !== null)
    .map((problem) => `the recording ${recordingSid} ${problem}`);
}
