import type { ChosenStatus, ReachByPhone } from '../contract/agents.ts';
import type { CallId } from '../contract/ids.ts';
import type { Absence, BusyReason, Presence, Reachability } from '../contract/vocabulary.ts';

/** Everything that an agent's presence follows from. */
export interface PresenceFacts {
  /** The account is disabled: whatever else holds, they are not to be reached. */
  readonly disabled: boolean;
  /** An app of theirs is connected and its softphone registered. */
  readonly softphone: boolean;
  /** Their own telephone, whose number they have shown to be theirs. */
  readonly phone: { readonly verified: boolean; readonly use: ReachByPhone };
  readonly withinWorkingHours: boolean;
  /** The call they have claimed, stand by in, or talk on. */
  readonly engagedIn: CallId | null;
  /** They are on a call to themself, to hear whether they are heard. */
  readonly testing: boolean;
  readonly chosen: ChosenStatus;
  /** Why nobody sits at their computer; null while somebody does. */
  readonly absence: Absence | null;
  readonly wrapUpUntil: Date | null;
}

export interface PresenceState {
  readonly presence: Presence;
  /** Only with `busy`. */
  readonly busyReason: BusyReason | null;
  readonly reachability: Reachability;
  /** Only with `wrap-up`. */
  readonly wrapUpUntil: Date | null;
  /** Only with `on-call`. */
  readonly activeCallId: CallId | null;
}

/**
 * Presence by precedence (design 2): a call outweighs everything, since it outlives the app's connection; then whether they can be reached
 * at all; then a test call; then the pause after a call; then what they chose; then, where the app is to ring, whether they sit at their
 * computer.
 */
export function presenceOf(facts: PresenceFacts, now: Date): PresenceState {
  const reachability = reachabilityOf(facts);
  const quiet = { busyReason: null, reachability, wrapUpUntil: null, activeCallId: null };

  if (facts.engagedIn !== null) return { ...quiet, presence: 'on-call', activeCallId: facts.engagedIn };
  if (reachability === 'none') return { ...quiet, presence: 'offline' };
  if (facts.testing) return { ...quiet, presence: 'busy', busyReason: 'do-not-disturb' };
  if (facts.wrapUpUntil !== null && facts.wrapUpUntil > now) {
    return { ...quiet, presence: 'wrap-up', wrapUpUntil: facts.wrapUpUntil };
  }
  if (facts.chosen.presence === 'busy') {
    return { ...quiet, presence: 'busy', busyReason: facts.chosen.reason };
  }
  // Their own telephone is with them, wherever the computer is.
  if (facts.absence !== null && reachability === 'softphone') {
    return { ...quiet, presence: 'busy', busyReason: facts.absence };
  }
  return { ...quiet, presence: 'available' };
}

/** A telephone needs no connected app: the chosen status and the working hours suffice. */
function reachabilityOf(facts: PresenceFacts): Reachability {
  const { disabled, chosen, softphone, phone, withinWorkingHours } = facts;
  if (disabled || chosen.presence === 'offline') return 'none';
  const byPhone = phone.verified && phone.use !== 'never' && withinWorkingHours;
  if (byPhone && phone.use === 'always') return 'phone';
  if (softphone) return 'softphone';
  return byPhone ? 'phone' : 'none';
}
