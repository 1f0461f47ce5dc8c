import { startPresenceClock } from '../agents/presence-clock.ts';
import { startReconciliation } from '../calls/reconciliation.ts';
import type { CallId } from '../contract/ids.ts';
import { mayCallAt } from '../customers/calling-hours.ts';
import { startOutboxSender } from '../journal/outbox-sender.ts';
import { startPruning } from '../journal/pruning.ts';
import { startTimerRunner } from '../journal/timer-runner.ts';
import { watchSessions } from '../realtime/session-watch.ts';
import type { BackendParts } from './backend-parts.ts';

/** What acts by itself, without a request. */
export interface Background extends AsyncDisposable {
  start(): void;
  /** Between the start and the end; throws while the database does not answer. */
  isReady(): boolean;
}

export function createBackground(parts: BackendParts): Background {
  const { database, stores, hub, team, flow } = parts;
  const running: (Disposable | AsyncDisposable)[] = [hub];
  let phase: 'before' | 'running' | 'over' = 'before';
  return {
    start() {
      team.expectConsoles();
      database.transaction(flow.resumeHandoffs);
      running.push(...startAll(parts));
      phase = 'running';
    },
    isReady() {
      stores.events.newest();
      return phase === 'running';
    },
    async [Symbol.asyncDispose]() {
      phase = 'over';
      // Before all that may take its time: nobody is to be told offline because we stop.
      team.connections[Symbol.dispose]();
      for (const part of running.toReversed()) {
        if (Symbol.asyncDispose in part) await part[Symbol.asyncDispose]();
        else part[Symbol.dispose]();
      }
    },
  };
}

function startAll(parts: BackendParts): (Disposable | AsyncDisposable)[] {
  const { config, stores, team, flow, telephony, signIn, log } = parts;
  return [
    startTimerRunner({
      ...parts,
      timers: stores.timers,
      onDue: (event) =>
        event.type === 'wrap-up-over' ? team.presence.refresh(event.agentId) : flow.onHandoffTimer(event),
    }),
    startOutboxSender({
      ...parts,
      outbox: stores.outbox,
      telephony,
      random: Math.random,
      isOver: (callId) => stores.calls.find(callId)?.endedAt != null,
      mayDial: (callId) => mayDial(parts, callId),
      onOutcome: flow.onCarrierOutcome,
    }),
    startPresenceClock(team.presence, log),
    watchSessions(signIn.consoles, signIn.sessions),
    startReconciliation({
      ...parts,
      ...stores,
      callLegs: flow.callLegs,
      legEvents: flow.carrierEvents,
      onOutcome: flow.onCarrierOutcome,
      telephony,
    }),
    startPruning({ ...parts, events: stores.events, commands: stores.outbox, keptDays: config.journalDays }),
  ];
}

function mayDial({ config, stores, care, clock }: BackendParts, callId: CallId): boolean {
  const call = stores.calls.find(callId);
  const customer = call === null ? null : care.customers.find(call.customerId);
  if (call === null || customer === null || care.doNotCall.isBlocked(call.phoneNumber)) return false;
  return mayCallAt(config.calls.callingHours, customer.timeZone, clock.now());
}
