import type { TranscriptEntry, TranscriptNote } from './transcript-entries.ts';

export type DatedEntry = Exclude<TranscriptEntry, { type: 'partial' }>;

/** Telephony tells of one and the same moment in several messages; this far apart they still are one. */
const sameMomentMs = 2_000;

/** In the order of time and, at the same instant, of cause and effect; without the notes that repeat a neighbour. */
export function inOrderOfTime(entries: readonly DatedEntry[]): readonly DatedEntry[] {
  const sorted = entries.toSorted((a, b) => a.at.localeCompare(b.at) || rank(a) - rank(b));
  return sorted.filter((entry) => entry.type === 'turn' || !isToldBy(entry, sorted));
}

function isToldBy({ at, note }: DatedEntry & { readonly type: 'note' }, all: readonly DatedEntry[]): boolean {
  const tellers = toldBy(note.type);
  return all.some(
    (other) =>
      other.type === 'note' &&
      tellers.includes(other.note.type) &&
      Math.abs(Date.parse(other.at) - Date.parse(at)) <= sameMomentMs,
  );
}

/** Who is connected has joined and has taken over from the AI; everybody leaves when the call ends. */
function toldBy(type: TranscriptNote['type']): readonly TranscriptNote['type'][] {
  switch (type) {
    case 'agent-joined':
      return ['accepted', 'connected'];
    case 'ai-left':
      return ['connected', 'ended'];
    case 'agent-left':
      return ['ended'];
    default:
      return [];
  }
}

const ranks: Record<TranscriptNote['type'] | 'turn', number> = {
  answered: 0,
  turn: 1,
  'handoff-requested': 2,
  offered: 3,
  accepted: 4,
  declined: 4,
  expired: 4,
  'agent-joined': 5,
  connected: 6,
  'ai-left': 7,
  'agent-left': 8,
  failed: 9,
  withdrawn: 9,
  ended: 10,
};

function rank(entry: DatedEntry): number {
  return ranks[entry.type === 'turn' ? 'turn' : entry.note.type];
}
