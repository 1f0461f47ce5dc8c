import type { CallRecord, CallSession, Participant, Turn } from '../../../backend/contract/calls.ts';
import type { PartialTranscript } from '../../../backend/contract/events.ts';
import type { DeclineReason, Handoff, HandoffReason } from '../../../backend/contract/handoffs.ts';
import { type DatedEntry, inOrderOfTime } from './transcript-order.ts';

/** What happened on the call besides what was said. `name` is null where the record does not know whom. */
export type TranscriptNote =
  | { readonly type: 'answered' }
  /** `by` transfers the call. */
  | { readonly type: 'handoff-requested'; readonly reason: HandoffReason; readonly by: string | null }
  | { readonly type: 'offered'; readonly name: string }
  | { readonly type: 'accepted'; readonly name: string }
  | { readonly type: 'declined'; readonly name: string; readonly reason: DeclineReason }
  | { readonly type: 'expired'; readonly name: string }
  | { readonly type: 'connected'; readonly name: string | null }
  | { readonly type: 'failed' }
  | { readonly type: 'withdrawn' }
  | { readonly type: 'agent-joined'; readonly name: string | null }
  | { readonly type: 'agent-left'; readonly name: string | null }
  | { readonly type: 'ai-left' }
  /** We put the customer on hold. */
  | { readonly type: 'held' }
  | { readonly type: 'resumed' }
  | { readonly type: 'ended' };

export type TranscriptEntry =
  | {
      readonly type: 'turn';
      readonly key: string;
      readonly at: string;
      readonly turn: Turn;
      /** The name of the agent who spoke, where the record knows whom. */
      readonly agent: string | null;
    }
  | { readonly type: 'note'; readonly key: string; readonly at: string; readonly note: TranscriptNote }
  | { readonly type: 'partial'; readonly key: string; readonly partial: PartialTranscript };

/** Everything said and done on a call, in the order of time. Before somebody has answered, who of ours is there is no conversation yet. */
export function datedEntries({ call, turns, handoffs }: CallRecord): readonly DatedEntry[] {
  if (call.status === 'initiated' || call.status === 'ringing') return [];
  return inOrderOfTime([
    ...turns.map((turn) => entryOfTurn(turn, call.participants)),
    ...handoffs.flatMap(notesOfHandoff),
    ...call.participants.flatMap(notesOfParticipant),
    ...notesOfCall(call),
  ]);
}

/** What is being said now. */
export function spokenEntries(partials: readonly PartialTranscript[]): readonly TranscriptEntry[] {
  return partials.map((partial) => ({ type: 'partial', key: `partial-${partial.speaker}`, partial }));
}

function entryOfTurn(turn: Turn, participants: readonly Participant[]): DatedEntry {
  const agent = turn.speaker === 'agent' ? whoSpoke(turn.at, participants) : null;
  return { type: 'turn', key: `turn-${turn.number}`, at: turn.at, turn, agent };
}

/** With two agents on the call, a turn could be of either. */
function whoSpoke(at: string, participants: readonly Participant[]): string | null {
  const names = new Set(
    participants.flatMap(({ kind, agent, joinedAt, leftAt }) =>
      kind === 'agent' && agent !== null && joinedAt !== null && joinedAt <= at && (leftAt ?? at) >= at
        ? [agent.name]
        : [],
    ),
  );
  const [name, ...others] = names;
  return name !== undefined && others.length === 0 ? name : null;
}

function note(key: string, at: string | null, content: TranscriptNote): DatedEntry[] {
  return at === null ? [] : [{ type: 'note', key, at, note: content }];
}

function notesOfCall({ answeredAt, endedAt }: CallSession): DatedEntry[] {
  return [
    ...note('answered', answeredAt, { type: 'answered' }),
    ...note('ended', endedAt, { type: 'ended' }),
  ];
}

function notesOfHandoff({ id, requestedAt, reason, offers, transfer, ...handoff }: Handoff): DatedEntry[] {
  return [
    ...note(`${id}-requested`, requestedAt, {
      type: 'handoff-requested',
      reason,
      by: transfer?.by.name ?? null,
    }),
    ...offers.flatMap(notesOfOffer),
    ...note(`${id}-connected`, handoff.connectedAt, { type: 'connected', name: handoff.agent?.name ?? null }),
    ...(handoff.status === 'failed' || handoff.status === 'withdrawn'
      ? note(`${id}-ended`, handoff.endedAt, { type: handoff.status })
      : []),
  ];
}

/** That somebody was rung stays when they have answered, so that no line moves. */
function notesOfOffer(offer: Handoff['offers'][number]): DatedEntry[] {
  const { name } = offer.agent;
  return [...note(`${offer.id}-offered`, offer.offeredAt, { type: 'offered', name }), ...answerTo(offer)];
}

function answerTo(offer: Handoff['offers'][number]): DatedEntry[] {
  const { name } = offer.agent;
  switch (offer.status) {
    case 'open':
    case 'withdrawn':
      return [];
    case 'accepted':
      return note(offer.id, offer.respondedAt, { type: 'accepted', name });
    case 'declined':
      return note(offer.id, offer.respondedAt, {
        type: 'declined',
        name,
        reason: offer.declineReason ?? 'other',
      });
    case 'expired':
      return note(offer.id, offer.deadline, { type: 'expired', name });
  }
}

function notesOfParticipant({ legId, kind, agent, joinedAt, leftAt, holds }: Participant): DatedEntry[] {
  switch (kind) {
    case 'customer':
      return holds.flatMap(({ from, until }) => [
        ...note(`${legId}-held-${from}`, from, { type: 'held' }),
        // A hold that only the end of the call ended is not told of twice.
        ...note(`${legId}-resumed-${from}`, until === leftAt ? null : until, { type: 'resumed' }),
      ]);
    case 'ai':
      return note(`${legId}-left`, leftAt, { type: 'ai-left' });
    case 'agent': {
      const name = agent?.name ?? null;
      return [
        ...note(`${legId}-joined`, joinedAt, { type: 'agent-joined', name }),
        ...note(`${legId}-left`, leftAt, { type: 'agent-left', name }),
      ];
    }
  }
}
