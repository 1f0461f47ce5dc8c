import { expect } from 'vitest';
import type { CallRecord } from '../../backend/contract/calls.ts';
import type { RealtimeEvent } from '../../backend/contract/events.ts';
import type { Offer } from '../../backend/contract/handoffs.ts';
import type { CallId } from '../../backend/contract/ids.ts';
import type { ConsoleClient } from './console-client.ts';
import { eventually, eventuallyAtServer } from './patience.ts';

/** Waits until the call is as the test wants it, and gives its record. */
export function untilCall(
  viewer: ConsoleClient,
  callId: CallId,
  isThere: (record: CallRecord) => boolean,
): Promise<CallRecord> {
  return eventuallyAtServer(async () => {
    const record = await viewer.record(callId);
    expect(
      isThere(record),
      `the call is ${record.call.status}, its handoff ${record.call.handoff?.status}`,
    ).toBe(true);
    return record;
  });
}

export function untilOver(viewer: ConsoleClient, callId: CallId): Promise<CallRecord> {
  return untilCall(viewer, callId, ({ call }) => call.endedAt !== null);
}

/** Waits for the `count`th offer of the call to this agent. */
export function untilOffered(agent: ConsoleClient, callId: CallId, count = 1): Promise<Offer> {
  return eventually(() => {
    const offers = agent.events.flatMap((event) => (isOfferOf(event, callId) ? [event.offer] : []));
    const offer = offers[count - 1];
    if (offer === undefined) throw new Error(`${offers.length} offers so far`);
    return offer;
  });
}

function isOfferOf(
  event: RealtimeEvent,
  callId: CallId,
): event is Extract<RealtimeEvent, { readonly type: 'handoff-offered' }> {
  return event.type === 'handoff-offered' && event.offer.callId === callId;
}
