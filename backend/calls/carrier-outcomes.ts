import type { LegId } from '../contract/ids.ts';
import type { FinalOutcome } from '../journal/outbox-sender.ts';
import type { Outbox } from '../journal/outbox-store.ts';
import type { Clock } from '../kernel/clock.ts';
import type { Log } from '../kernel/log.ts';
import type { CarrierCommand, NewLegCommand } from '../telephony/carrier-command.ts';
import type { CallEnding } from './call-ending.ts';
import { isOver } from './call-machine.ts';
import type { CallNotices } from './call-notices.ts';
import type { CallStore } from './call-store.ts';
import type { LegStore } from './leg-store.ts';

interface CarrierOutcomesOptions {
  readonly calls: CallStore;
  readonly legs: LegStore;
  readonly ending: CallEnding;
  readonly notices: CallNotices;
  readonly outbox: Outbox;
  readonly clock: Clock;
  readonly log: Log;
}

/** What became of a command to the carrier, taken into the call, in the transaction that settles the command. */
export function createCarrierOutcomes(
  options: CarrierOutcomesOptions,
): (command: CarrierCommand, outcome: FinalOutcome) => void {
  const { calls, legs, ending, notices, outbox, clock, log } = options;

  function conclude(command: CarrierCommand, outcome: FinalOutcome): void {
    if (outcome.type === 'refused' || outcome.type === 'unknown') {
      log.warn({ command: command.type, detail: outcome.detail }, 'the carrier did not do what it was told');
    }
    if (command.type === 'mute-leg' && !command.muted && outcome.type !== 'done') dropUnheard(command.legId);
    if (!('label' in command)) return;
    if (outcome.type === 'done' && outcome.leg !== undefined) legIsUnderWay(command, outcome.leg);
    else if (outcome.type !== 'done') legCannotBe(command, outcome);
  }

  /** A human who cannot be unmuted is as good as not there: the customer must not talk to nobody. */
  function dropUnheard(legId: LegId): void {
    const leg = legs.find(legId);
    if (leg === null || leg.carrierRef === null || !markLeft(legId)) return;
    outbox.send(leg.callId, { type: 'hang-up', legId, legRef: leg.carrierRef });
    notices.tell({ type: 'agent-lost', callId: leg.callId, legId });
  }

  function legIsUnderWay(command: NewLegCommand, made: { legRef: string; conferenceRef: string }): void {
    const leg = legs.find(command.legId);
    const call = calls.find(command.callId);
    if (leg === null || call === null) return;
    legs.update(leg.id, { carrierRef: made.legRef });
    if (call.conferenceRef === null) calls.update(call.id, { conferenceRef: made.conferenceRef });
    if (isOver(call.status) || leg.state === 'left') {
      outbox.send(call.id, { type: 'hang-up', legId: leg.id, legRef: made.legRef });
    }
  }

  function legCannotBe(command: NewLegCommand, outcome: FinalOutcome): void {
    if (command.type === 'dial-customer') {
      const reason = outcome.type === 'refused' ? outcome.reason : 'carrier';
      markLeft(command.legId);
      ending.end(command.callId, { type: 'dial-refused', reason });
      return;
    }
    if (!markLeft(command.legId)) return;
    const type = command.type === 'add-ai' ? 'ai-lost' : 'agent-lost';
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
