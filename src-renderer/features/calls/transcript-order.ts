import type { TranscriptEntry, TranscriptNote } from './transcript-entries.ts';

export type DatedEntry = Exclude<TranscriptEntry, { type: 'partial' }>;

/** Telephony tells of one and the same moment in several messages; this far apart they still are one. */
const sameMomentMs = 2_000;

/** In the order of time and, at the same instant, of cause and effect; without the notes that repeat a neighbour. */
export function inOrderOfTime(entries: readonly DatedEntry[]): readonly DatedEntry[] {
  const sorted = entries.toSorted((a, b) => a.at.localeCompare(b.at) || rank(a) - rank(b));
  return afterTheirCause(sorted.filter((entry) => entry.type === 'turn' || !isToldBy(entry, sorted)));
}

/** What a customer says is acted on before it is written down: a handoff that follows within this time came from it. */
const writtenWithinMs = 4_000;

function afterTheirCause(entries: readonly DatedEntry[]): readonly DatedEntry[] {
  const ordered: DatedEntry[] = [];
  for (const entry of entries) {
    const place = isOfCustomer(entry) ? placeBeforeEffects(entry, ordered) : ordered.length;
    const effects = ordered.splice(place).map((effect) => notBefore(entry, effect));
    ordered.push(entry, ...effects);
  }
  return ordered;
}

/** An effect that was written down before its cause is told with the cause's time, so that no clock runs backwards. */
function notBefore(cause: DatedEntry, effect: DatedEntry): DatedEntry {
  return effect.at < cause.at ? { ...effect, at: cause.at } : effect;
}

function placeBeforeEffects(cause: DatedEntry, before: readonly DatedEntry[]): number {
  const lastTurn = before.findLastIndex(({ type }) => type === 'turn');
  const effect = before.findIndex(
    (entry, place) =>
      place > lastTurn &&
      comesOfWords(entry) &&
      Date.parse(cause.at) - Date.parse(entry.at) <= writtenWithinMs,
  );
  return effect === -1 ? before.length : effect;
}

function isOfCustomer(entry: DatedEntry): boolean {
  return entry.type === 'turn' && entry.turn.speaker === 'customer';
}

/** Asked for because of what was said, and not by an agent. */
function comesOfWords(entry: DatedEntry): boolean {
  if (entry.type !== 'note' || entry.note.type !== 'handoff-requested') return false;
  const { reason } = entry.note;
  return reason !== 'agent-pressed' && reason !== 'agent-line-dropped' && reason !== 'transferred';
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

/** Who is connected has joined and has taken over from the AI; everybody leaves, and nobody is wanted any more, when the call ends. */
function toldBy(type: TranscriptNote['type']): readonly TranscriptNote['type'][] {
  switch (type) {
    case 'agent-joined':
      return ['accepted', 'connected'];
    case 'ai-left':
      return ['connected', 'ended'];
    case 'agent-left':
    case 'withdrawn':
      return ['ended'];
    default:
      return [];
  }
}

const ranks: Record<TranscriptNote['type'] | 'turn', number> = {
  answered: 0,
  turn: 1,
  held: 2,
  'handoff-requested': 2,
  offered: 3,
  accepted: 4,
  declined: 4,
  expired: 4,
  'agent-joined': 5,
  connected: 6,
  resumed: 6,
  'ai-left': 7,
  'agent-left': 8,
  failed: 9,
  withdrawn: 9,
  ended: 10,
};

function rank(entry: DatedEntry): number {
  return ranks[entry.type === 'turn' ? 'turn' : entry.note.type];
}
