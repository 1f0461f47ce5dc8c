import { startPresenceClock } from '../agents/presence-clock.ts';
import { startBackups } from '../backup/backup-schedule.ts';
import { makeBackupAside } from '../backup/backup-thread.ts';
import { createPhraseIndexStore } from '../calls/history/phrase-index-store.ts';
import { startPhraseIndexing } from '../calls/history/phrase-indexing.ts';
import { startReconciliation } from '../calls/reconciliation.ts';
import { telephonyToldApart } from '../calls/telephone-lookup.ts';
import { startCampaignDialler } from '../campaigns/campaign-dialler.ts';
import { createAlertMessagesStore } from '../health/alert-messages-store.ts';
import { startAlertMessenger } from '../health/alert-messenger.ts';
import { watchDangers } from '../health/danger-watch.ts';
import { freeBytesOf, watchDisk } from '../health/disk-watch.ts';
import { startOutboxSender } from '../journal/outbox-sender.ts';
import { startPruning } from '../journal/pruning.ts';
import { startTimerRunner } from '../journal/timer-runner.ts';
import type { TimerEvent } from '../journal/timer-store.ts';
import { systemClock } from '../kernel/clock.ts';
import { watchEventLoop } from '../load/event-loop-lag.ts';
import { startLoadMeasuring } from '../load/load-watch.ts';
import { longestWaitMs } from '../load/waiting-commands.ts';
import { watchSessions } from '../realtime/session-watch.ts';
import { startReportCounting } from '../reports/report-counting-runner.ts';
import { startSpendingWatch } from '../spending/spending-watch.ts';
import { legsMadeIn } from '../telephony/placement.ts';
import type { BackendParts } from './backend-parts.ts';
import { dangerChecks } from './danger-checks.ts';

/** What acts by itself, without a request. */
export interface Background extends AsyncDisposable {
  start(): void;
  /** Between the start and the end; throws while the database does not answer. */
  isReady(): boolean;
}

export function createBackground(parts: BackendParts): Background {
  const { database, stores, hub, team, flow, testCalls, imports, importJobs, recordingKeeper, campaigns } =
    parts;
  const { testRecordings } = parts;
  const running: (Disposable | AsyncDisposable)[] = [
    hub,
    testCalls,
    importJobs,
    recordingKeeper,
    testRecordings,
  ];
  let phase: 'before' | 'running' | 'over' = 'before';
  return {
    start() {
      team.expectConsoles();
      database.transaction(flow.resumeHandoffs);
      imports.recover();
      campaigns.listing.goOn();
      recordingKeeper.recover();
      // In front, and so the last to end: a backup that is being made is not cut short before it can be.
      running.unshift(...startSafekeeping(parts));
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
  const { config, database, stores, team, care, flow, signIn, clock, speed, log } = parts;
  const { calls, legs, events, timers, outbox } = stores;
  const { recordingKeeper } = parts;
  const telephony = telephonyToldApart(parts.telephony, {
    legs,
    codesToldTo: stores.phoneVerifications.calledAt,
  });
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
    else if (event.type === 'test-recordings-due') parts.testRecordings.due(event.legRef, event.attempt);
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
      allowance: parts.allowance,
      makesLeg: legsMadeIn(config.calls.aiLeg),
      isGivenUp: (legId) => legs.find(legId)?.state === 'left',
      isDialled: (callId) => legs.byLabel(callId, 'customer')?.carrierRef != null,
      dialPermission: care.dialRules.permissionForCall,
      onDoubt: doubt.begin,
      onOutcome,
    }),
    ...startSafeguards(parts),
    startCampaignDialler(parts.campaigns.dialler, speed, log),
    parts.campaigns.listing,
    startPresenceClock(team.presence, log),
    watchSessions(signIn.consoles, signIn.sessions),
    parts.startRetention(),
    parts.startImportPruning(),
    startPhraseIndexing(createPhraseIndexStore(database), log),
    startReportCounting(parts.reportCounting, parts.load.mayCount, log),
    startPruning({ events, commands: outbox, keptDays: config.journalDays, clock, log }),
  ];
}

/** Looks after what there is to do, what is spent, and what nobody tells of. */
function startSafeguards(parts: BackendParts): Disposable[] {
  const { stores, load, tellSpending, serverAlerts, clock, speed, log } = parts;
  // Time that runs faster stands still while the server is at work: nobody is kept waiting.
  const lag = speed === 1 ? watchEventLoop() : null;
  // What was put off before a restart is not any more.
  serverAlerts.overloaded(null);
  return [
    startLoadMeasuring({
      watch: load,
      lag,
      waitMs: () => longestWaitMs(stores.outbox.heads(), clock.now()),
      log,
    }),
    startSpendingWatch(tellSpending, log),
    watchDangers({ checks: dangerChecks(parts), alerts: serverAlerts, log }, speed),
  ];
}

/** Keeps the server itself safe, and tells of danger. Its times are real ones, whatever the domains' clock does. */
function startSafekeeping({
  config,
  database,
  serverAlerts,
  log,
}: BackendParts): (Disposable | AsyncDisposable)[] {
  const { dataFolder, backups, alertWebhook, http } = config;
  const { inDanger, isSafe } = serverAlerts;
  const messages = createAlertMessagesStore(database);
  return [
    startBackups({
      dataFolder,
      backupFolder: backups.folder,
      kept: backups.kept,
      everyHours: backups.everyHours,
      makeBackup: makeBackupAside,
      onSafe: () => isSafe('backup-failed'),
      onFailed: () => inDanger('backup-failed'),
      clock: systemClock,
      log,
    }),
    watchDisk({
      folder: dataFolder,
      freeBytes: freeBytesOf,
      onLow: () => inDanger('disk-low'),
      onEnough: () => isSafe('disk-low'),
      log,
    }),
    ...(alertWebhook === null
      ? []
      : [startAlertMessenger({ ...alertWebhook, publicUrl: http.publicUrl, messages, log })]),
  ];
}
