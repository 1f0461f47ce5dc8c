import type { LegId } from '../contract/ids.ts';
import type { FinalOutcome } from '../journal/outbox-settling.ts';
import type { Outbox } from '../journal/outbox-store.ts';
import type { Clock } from '../kernel/clock.ts';
import type { Log } from '../kernel/log.ts';
import type { AskedLeg, CarrierCommand } from '../telephony/carrier-command.ts';
import { isDispensable } from '../telephony/command-kinds.ts';
import type { CallAlerts } from './call-alerts.ts';
import type { CallEnding } from './call-ending.ts';
import { isOver } from './call-machine.ts';
import { type CallNotices, lossOf } from './call-notices.ts';
import type { EndCause } from './call-result.ts';
import type { CallStore } from './call-store.ts';
import type { DialDoubt } from './dial-doubt.ts';
import type { DialObstacle } from './dial-rules.ts';
import type { LegStore } from './leg-store.ts';

interface CarrierOutcomesOptions {
  readonly calls: CallStore;
  readonly legs: LegStore;
  readonly ending: CallEnding;
  readonly notices: CallNotices;
  readonly doubt: Pick<DialDoubt, 'settle'>;
  readonly alerts: Pick<CallAlerts, 'carrierFails' | 'carrierWorks' | 'lineHasProblem'>;
  readonly outbox: Outbox;
  readonly clock: Clock;
  readonly log: Log;
}

export type CommandOutcome = FinalOutcome<DialObstacle>;

export type TakeOutcome = (command: CarrierCommand | AskedLeg, outcome: CommandOutcome) => void;

/** What became of a command to the carrier, taken into the call, in the transaction in which the command is over. */
export function createCarrierOutcomes(options: CarrierOutcomesOptions): TakeOutcome {
  const { calls, legs, ending, notices, doubt, alerts, outbox, clock, log } = options;

  function conclude(command: CarrierCommand | AskedLeg, outcome: CommandOutcome): void {
    if (command.type === 'dial-customer') doubt.settle(command.callId);
    if (outcome.type === 'done' || outcome.type === 'rung') alerts.carrierWorks(command.type);
    if (outcome.type === 'refused' || outcome.type === 'unknown') failed(command, outcome);
    if (command.type === 'mute-leg' && !command.muted && outcome.type !== 'done') dropUnheard(command.legId);
    if (command.type === 'supervise-leg') supervised(command, outcome);
    if (command.type === 'take-leave' && outcome.type !== 'done') endUnheard(command.legId);
    if (!('label' in command)) return;
    if (outcome.type === 'rung') legIsUnderWay(command, { legRef: outcome.legRef, conferenceRef: null });
    else if (outcome.type !== 'done') legCannotBe(command, outcome);
    else if (outcome.leg !== undefined) legIsUnderWay(command, outcome.leg);
  }

  /** A hold that failed is asked for again when the call is next compared with the carrier (`reconciliation.ts`). */
  function failed(
    command: CarrierCommand | AskedLeg,
    outcome: Extract<CommandOutcome, { type: 'refused' | 'unknown' }>,
  ): void {
    log.warn({ command: command.type, detail: outcome.detail }, 'the carrier did not do what it was told');
    if (!isDispensable(command)) alarm(outcome);
    if (command.type === 'remove-leg') hangUp(command.legId);
  }

  /** A wrong number is nobody's fault here. */
  function alarm(outcome: Extract<CommandOutcome, { type: 'refused' | 'unknown' }>): void {
    if (outcome.type === 'unknown' || outcome.reason === 'carrier') alerts.carrierFails();
    else if (outcome.reason !== 'invalid-number') alerts.lineHasProblem(outcome.reason);
  }

  /** A leg that cannot be removed from the conference goes with its own call. */
  function hangUp(legId: LegId): void {
    const leg = legs.find(legId);
    if (leg === null || leg.carrierRef === null) return;
    outbox.send(leg.callId, { type: 'hang-up', legId, legRef: leg.carrierRef });
  }

  /** A human who cannot be unmuted is as good as not there: the customer must not talk to nobody. */
  function dropUnheard(legId: LegId): void {
    const leg = legs.find(legId);
    if (leg === null || leg.carrierRef === null || !markLeft(legId)) return;
    // Muted is what it was to its end: nobody talked on it.
    legs.update(legId, { muted: true });
    hangUp(legId);
    notices.tell({ type: 'agent-lost', callId: leg.callId, legId });
  }

  /** Who has taken the call over, and is not heard, is as good as not there. Of a supervisor nobody knows who hears them. */
  function supervised(
    { legId, heardBy }: Extract<CarrierCommand, { readonly type: 'supervise-leg' }>,
    outcome: CommandOutcome,
  ): void {
    const leg = legs.find(legId);
    if (leg?.kind === 'agent' && heardBy.type === 'everybody') {
      if (outcome.type === 'done') notices.tell({ type: 'successor-heard', callId: leg.callId, legId });
      else dropUnheard(legId);
    }
    if (leg?.kind !== 'supervisor' || outcome.type === 'done' || outcome.type === 'gone') return;
    notices.tell({ type: 'supervisor-out-of-hand', callId: leg.callId, legId });
  }

  /** A customer whom nobody hears, and who cannot even be told so. */
  function endUnheard(legId: LegId): void {
    const leg = legs.find(legId);
    if (leg !== null) ending.end(leg.callId, { type: 'ai-broken' });
  }

  function legIsUnderWay(command: AskedLeg, made: { legRef: string; conferenceRef: string | null }): void {
    const leg = legs.find(command.legId);
    const call = calls.find(command.callId);
    if (leg === null || call === null) return;
    legs.update(leg.id, { carrierRef: made.legRef });
    if (call.conferenceRef === null) calls.update(call.id, { conferenceRef: made.conferenceRef });
    if (isOver(call.status) || leg.state === 'left') hangUp(leg.id);
  }

  function legCannotBe(command: AskedLeg, outcome: CommandOutcome): void {
    if (command.type === 'dial-customer') {
      markLeft(command.legId);
      ending.end(command.callId, whyNotDialled(outcome));
      return;
    }
    const leg = legs.find(command.legId);
    if (leg === null || leg.kind === 'customer' || !markLeft(command.legId)) return;
    const type = lossOf[leg.kind];
    notices.tell({ type, callId: command.callId, legId: command.legId });
  }

  function markLeft(legId: LegId): boolean {
    const leg = legs.find(legId);
    if (leg === null || leg.state === 'left') return false;
    legs.update(legId, { state: 'left', leftAt: clock.now() });
    return true;
  }

  return conclude;
}

function whyNotDialled(outcome: CommandOutcome): EndCause {
  if (outcome.type === 'not-dialled') return outcome;
  return { type: 'dial-refused', reason: outcome.type === 'refused' ? outcome.reason : 'carrier' };
}
