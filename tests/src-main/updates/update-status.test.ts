import { describe, expect, it } from 'vitest';
import type { UpdateStatus } from '../../../src-main/ipc/contract/app.ts';
import { transitionUpdate, type UpdateEvent } from '../../../src-main/updates/update-status.ts';

function following(...events: UpdateEvent[]): UpdateStatus {
  return events.reduce<UpdateStatus>(transitionUpdate, { kind: 'up-to-date' });
}

const found: UpdateEvent = { type: 'found', version: '0.2.0' };
const downloaded: UpdateEvent = { type: 'downloaded', version: '0.2.0' };

describe('transitionUpdate', () => {
  it('goes from a check to a version that is ready', () => {
    expect(following({ type: 'check-started' })).toEqual({ kind: 'checking' });
    expect(following({ type: 'check-started' }, found)).toEqual({ kind: 'available', version: '0.2.0' });
    expect(following(found, { type: 'downloaded-so-far', percent: 40 })).toEqual({
      kind: 'downloading',
      version: '0.2.0',
      percent: 40,
    });
    expect(following(found, downloaded)).toEqual({ kind: 'ready', version: '0.2.0' });
  });

  it('says when there is nothing newer, and when it could not be known', () => {
    expect(following({ type: 'check-started' }, { type: 'none-found' })).toEqual({ kind: 'up-to-date' });
    expect(following({ type: 'check-started' }, { type: 'failed', error: new Error('offline') })).toEqual({
      kind: 'failed',
    });
  });

  it.each<UpdateEvent>([
    { type: 'check-started' },
    { type: 'none-found' },
    { type: 'failed', error: new Error('offline') },
    found,
  ])('keeps a version ready through a later $type', (event) => {
    expect(following(found, downloaded, event)).toEqual({ kind: 'ready', version: '0.2.0' });
  });

  it('still knows of a version that could not be fetched, and fetches it with the next check', () => {
    const failed: UpdateEvent = { type: 'failed', error: new Error('no space') };

    expect(following(found, failed)).toEqual({ kind: 'not-downloaded', version: '0.2.0' });
    expect(following(found, failed, failed)).toEqual({ kind: 'not-downloaded', version: '0.2.0' });
    expect(following(found, failed, { type: 'check-started' }, found)).toEqual({
      kind: 'available',
      version: '0.2.0',
    });
  });

  it('lets a still newer version take the place of one that is ready', () => {
    expect(following(found, downloaded, { type: 'found', version: '0.3.0' })).toEqual({
      kind: 'available',
      version: '0.3.0',
    });
  });

  it('stays off', () => {
    const off: UpdateStatus = { kind: 'off', why: 'development' };

    expect(transitionUpdate(off, found)).toBe(off);
  });
});
