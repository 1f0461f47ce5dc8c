import { maySee, type Viewer } from '../auth/visibility.ts';
import type { CallId } from '../contract/ids.ts';
import { Refusal } from '../kernel/errors.ts';
import type { CallPublisher } from './call-publisher.ts';
import type { CallRow, CallStore } from './call-store.ts';

interface VisibleCallSources {
  readonly calls: Pick<CallStore, 'find'>;
  readonly publisher: Pick<CallPublisher, 'audience'>;
}

/** The call. Refuses with `not-found` where there is none, and where the viewer may not know of it. */
export function visibleCall(
  { calls, publisher }: VisibleCallSources,
  viewer: Viewer,
  callId: CallId,
): CallRow {
  const call = calls.find(callId);
  if (call === null || !maySee(viewer, publisher.audience(callId))) {
    throw new Refusal('not-found', 'there is no such call');
  }
  return call;
}
