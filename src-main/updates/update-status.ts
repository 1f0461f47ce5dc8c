import type { UpdateStatus } from '../ipc/contract/app.ts';

export type UpdateEvent =
  | { readonly type: 'check-started' }
  | { readonly type: 'none-found' }
  | { readonly type: 'found'; readonly version: string }
  | { readonly type: 'downloaded-so-far'; readonly percent: number }
  | { readonly type: 'downloaded'; readonly version: string }
  | { readonly type: 'failed'; readonly error: unknown };

/** What is known of updates. A version that is ready stays so until a newer one is found, whatever a later check comes to. */
export function transitionUpdate(status: UpdateStatus, event: UpdateEvent): UpdateStatus {
  if (status.kind === 'off') return status;
  if (status.kind === 'ready' && event.type !== 'found' && event.type !== 'downloaded') return status;
  switch (event.type) {
    case 'check-started':
      return isUnderWay(status) ? status : { kind: 'checking' };
    case 'none-found':
      return { kind: 'up-to-date' };
    case 'found':
      return isSame(status, event.version) ? status : { kind: 'available', version: event.version };
    case 'downloaded-so-far':
      return isUnderWay(status)
        ? { kind: 'downloading', version: status.version, percent: event.percent }
        : status;
    case 'downloaded':
      return { kind: 'ready', version: event.version };
    case 'failed':
      return afterFailure(status);
  }
}

/** What was found stays so when it cannot be fetched, also where that is told twice. */
function afterFailure(status: UpdateStatus): UpdateStatus {
  if (isUnderWay(status)) return { kind: 'not-downloaded', version: status.version };
  return status.kind === 'not-downloaded' ? status : { kind: 'failed' };
}

type UnderWay = Extract<UpdateStatus, { kind: 'available' | 'downloading' }>;

function isUnderWay(status: UpdateStatus): status is UnderWay {
  return status.kind === 'available' || status.kind === 'downloading';
}

function isSame(status: UpdateStatus, version: string): boolean {
  return (isUnderWay(status) || status.kind === 'ready') && status.version === version;
}
