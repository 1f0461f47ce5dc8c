import { startPresenceClock } from '../agents/presence-clock.ts';
import { startReconciliation } from '../calls/reconciliation.ts';
import { startOutboxSender } from '../journal/outbox-sender.ts';
import { startPruning } from '../journal/pruning.ts';
import { startTimerRunner } from '../journal/timer-runner.ts';
import type { TimerEvent } from '../journal/timer-store.ts';
import { watchSessions } from '../realtime/session-watch.ts';
import type { BackendParts } from './backend-parts.ts';

/** What acts by itself, without a request. */
export interface Background extends AsyncDisposable {
  start(): void;
  /** Between the start and the end; throws while the database does not answer. */
  isReady(): boolean;
}

export function createBackground(parts: BackendParts): Background {
  const { database, stores, hub, team, flow, testCalls, imports, importJobs, recordingKeeper } = parts;
  const running: (Disposable | AsyncDisposable)[] = [hub, testCalls, importJobs, recordingKeeper];
  let phase: 'before' | 'running' | 'over' = 'before';
  return {
    start() {
      team.expectConsoles();
      database.transaction(flow.resumeHandoffs);
      imports.recover();
      recordingKeeper.recover();
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
  const { config, database, stores, team, care, flow, telephony, signIn, clock, speed, log } = parts;
  const { calls, legs, events, timers, outbox } = stores;
  const { recordingKeeper } = parts;
  const { callLegs, carrierEvents, arrivals, doubt, onCarrierOutcome: onOutcome } = flow;
  const reconciliation = startReconciliation({
    database,
    calls,
    legs,
    callLegs,
    outbox,
    arrivals,
    notices: flow.notices,
    legEvents: carrierEvents,
    onOutcome,
    telephony,
    clock,
    speed,
    log,
  });
  const onDue = (event: TimerEvent): void => {
    if (event.type === 'wrap-up-over') team.presence.refresh(event.agentId);
    else if (event.type === 'arrival-overdue') reconciliation.lookAt(event.callId);
    else if (event.type === 'reminder-due') care.reminderService.due(event.reminderId);
    else if (event.type === 'recording-due') recordingKeeper.due(event.callId, event.attempt);
    else flow.onHandoffTimer(event);
  };
  return [
    reconciliation,
    startTimerRunner({ database, timers, clock, speed, log, onDue }),
    startOutboxSender({
      database,
      outbox,
      telephony,
      clock,
      speed,
      log,
      random: Math.random,
      isOver: (callId) => calls.find(callId)?.endedAt != null,
      legsPerSecond: config.calls.perSecond,
      isDialled: (callId) => legs.byLabel(callId, 'customer')?.carrierRef != null,
      dialPermission: care.dialRules.permissionForCall,
      onDoubt: doubt.begin,
      onOutcome,
    }),
    startPresenceClock(team.presence, log),
    watchSessions(signIn.consoles, signIn.sessions),
    parts.startRetention(),
    startPruning({ events, commands: outbox, keptDays: config.journalDays, clock, log }),
  ];
}
