import { losesSight, maySee, statusSeenBy, type Viewer } from '../auth/visibility.ts';
import type { PartialTranscript, RealtimeEvent, ServerFrame } from '../contract/events.ts';
import type { AgentId } from '../contract/ids.ts';
import type { Database } from '../db/database.ts';
import { type EventReader, type LoggedEvent, replayable } from '../journal/event-log-store.ts';

/** One connected console. */
export interface Subscriber {
  readonly viewer: Viewer;
  send(frame: string): void;
}

/** Brings committed events to every console that may see them, in the order of their commit. */
export interface EventHub extends Disposable {
  /** Sends what the subscriber missed since `after`, then everything new. False when too much was missed; nothing is sent then. */
  subscribe(subscriber: Subscriber, after: number): boolean;
  unsubscribe(subscriber: Subscriber): void;
  /** What somebody is saying just now: sent, and forgotten. */
  sendPartial(partial: PartialTranscript, audience: readonly AgentId[] | null): void;
  newest(): number;
}

const pageSize = 500;

/** `onSent`: the event went to all who were connected. */
export function createEventHub(
  database: Database,
  events: EventReader,
  onSent: (event: LoggedEvent) => void,
): EventHub {
  const subscribers = new Set<Subscriber>();
  let sent = events.newest();
  let scheduled: NodeJS.Immediate | undefined;

  function deliver(): void {
    scheduled = undefined;
    let page = events.after(sent, pageSize);
    while (page.length > 0) {
      for (const event of page) sendToAll(event);
      page = events.after(sent, pageSize);
    }
  }

  function sendToAll(logged: LoggedEvent): void {
    sent = logged.sequence;
    const frameFor = framesOf(logged);
    for (const subscriber of subscribers) {
      if (isFor(subscriber.viewer, logged)) subscriber.send(frameFor(subscriber.viewer));
    }
    onSent(logged);
  }

  const stopListening = database.onCommit(() => {
    scheduled ??= setImmediate(deliver);
  });

  return {
    subscribe(subscriber, after) {
      if (sent - after > replayable || after > sent) return false;
      for (let from = after; from < sent; ) {
        const page = events.after(from, pageSize).filter((event) => event.sequence <= sent);
        for (const event of page) {
          if (isFor(subscriber.viewer, event)) subscriber.send(framesOf(event)(subscriber.viewer));
        }
        from = page.at(-1)?.sequence ?? sent;
      }
      subscribers.add(subscriber);
      return true;
    },
    unsubscribe(subscriber) {
      subscribers.delete(subscriber);
    },
    sendPartial(partial, audience) {
      const frame = JSON.stringify({ type: 'partial', partial } satisfies ServerFrame);
      for (const subscriber of subscribers) {
        if (maySee(subscriber.viewer, audience)) subscriber.send(frame);
      }
    },
    newest: () => sent,
    [Symbol.dispose]() {
      stopListening();
      clearImmediate(scheduled);
      subscribers.clear();
    },
  };
}

function isFor(viewer: Viewer, { event, audience }: LoggedEvent): boolean {
  return event.type === 'call-hidden' ? losesSight(viewer, audience) : maySee(viewer, audience);
}

/** Written once for all, but for what not everybody may know. */
function framesOf({ sequence, event }: LoggedEvent): (viewer: Viewer) => string {
  const frameOf = (seen: RealtimeEvent): string =>
    JSON.stringify({ type: 'event', sequence, event: seen } satisfies ServerFrame);
  if (event.type === 'agent-status-changed' && event.status.activeCallId !== null) {
    return (viewer) => frameOf({ ...event, status: statusSeenBy(viewer, event.status) });
  }
  const frame = frameOf(event);
  return () => frame;
}
