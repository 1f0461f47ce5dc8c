import type { QueryClient } from '@tanstack/react-query';
import type { ServerFrame } from '../../backend/contract/events.ts';
import type { AgentId } from '../../backend/contract/ids.ts';
import { applyAlertEvent, concerns, replaceAlerts } from './alerts.ts';
import { applyEvent, applySnapshot } from './apply-event.ts';
import { blinkMs, createBlinkGuard } from './blink-guard.ts';
import { completePartial, forgetPartials, showPartial } from './partial-transcripts.ts';
import type { Platform } from './platform-context.ts';
import { queryKeys } from './query-keys.ts';
import { openRealtime, type Realtime } from './realtime.ts';

export interface LiveUpdates {
  /** Keeps the cache as the server sees the world, until the returned function is called. */
  open(): () => void;
  /** Tells the server whether this window's softphone can be rung, now and after every reconnection. */
  reportSoftphone(registered: boolean): void;
  reconnect(): void;
}

export interface LiveUpdatesOptions {
  readonly platform: Platform;
  readonly cache: QueryClient;
  readonly me: AgentId;
}

export function createLiveUpdates({ platform, cache, me }: LiveUpdatesOptions): LiveUpdates {
  const { alerts, clientId, connection, clock, realtimeAddress } = platform;
  let realtime: Realtime | null = null;
  let registered = false;
  let caughtUp = false;
  // What is pressed meanwhile goes its own way to the server; only what is shown waits and sees.
  const guard = createBlinkGuard(() =>
    connection.setState({ type: 'lost', since: clock.now() - blinkMs }, true),
  );

  const report = (): void => realtime?.send({ type: 'softphone', clientId, registered });
  const onFrame = (frame: ServerFrame): void => {
    takeFrame({ platform, cache, me, frame });
    if (frame.type !== 'ready') return;
    guard.back();
    // What was fetched before the first connection may have missed what happened in between.
    if (!caughtUp) forgetAll(cache);
    else reconcile(cache);
    caughtUp = true;
    report();
  };
  const onLost = (): void => {
    guard.lost();
    // A session that has ended closes the connection too; only the answer to this tells.
    void cache.invalidateQueries({ queryKey: queryKeys.session });
  };

  return {
    open: () => {
      const opened = openRealtime({
        address: realtimeAddress,
        onFrame,
        onUnreadable: () => forgetAll(cache),
        onLost,
      });
      realtime = opened;
      return () => {
        opened.close();
        guard.back();
        realtime = null;
        connection.setState({ type: 'connecting' }, true);
        alerts.setState([], true);
      };
    },
    reportSoftphone: (canBeRung) => {
      registered = canBeRung;
      report();
    },
    reconnect: () => realtime?.reconnect(),
  };
}

interface Taking {
  readonly platform: Platform;
  readonly cache: QueryClient;
  readonly me: AgentId;
  readonly frame: ServerFrame;
}

function takeFrame({ platform, cache, me, frame }: Taking): void {
  const { alerts, arrivals, partials, connection, clock, sounds } = platform;
  switch (frame.type) {
    case 'beat':
      break;
    case 'partial':
      showPartial(partials, frame.partial);
      break;
    case 'snapshot':
      applySnapshot(cache, frame);
      replaceAlerts(alerts, frame.alerts);
      break;
    case 'ready':
      clock.adjust(frame.serverTime);
      connection.setState({ type: 'live' }, true);
      break;
    case 'event':
      if (frame.event.type === 'alert-raised' && !concerns(frame.event.alert, me)) break;
      if (frame.event.type === 'transcript-update') completePartial(partials, frame.event.turn);
      if (frame.event.type === 'call-ended') forgetPartials(partials, frame.event.call.id);
      if (frame.event.type === 'call-hidden') forgetPartials(partials, frame.event.callId);
      applyAlertEvent(alerts, frame.event);
      if (frame.event.type === 'alert-raised') sounds.play('error');
      arrivals.add(frame.event);
      applyEvent(cache, me, frame.event);
      break;
  }
}

/** After a break nobody should see what is over: what goes on is asked for once, whatever the events have told. */
function reconcile(cache: QueryClient): void {
  for (const queryKey of [queryKeys.activeCalls, queryKeys.offers, queryKeys.history]) {
    void cache.invalidateQueries({ queryKey });
  }
}

function forgetAll(cache: QueryClient): void {
  void cache.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== queryKeys.session[0] });
}
