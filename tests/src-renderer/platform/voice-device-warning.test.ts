import { describe, expect, it } from 'vitest';
import { createWarningLog } from '../../../src-renderer/platform/voice-device-warning.ts';

describe('createWarningLog', () => {
  it('tells of a trouble when it begins and when its last warning is cleared', () => {
    const told: (readonly string[])[] = [];
    const log = createWarningLog((troubles) => told.push(troubles));

    log.raised('high-rtt');
    log.raised('high-jitter');
    log.cleared('high-rtt');
    log.raised('low-bytes-received');
    log.cleared('high-jitter');
    log.cleared('low-bytes-received');

    expect(told).toEqual([['poor-network'], ['nothing-heard', 'poor-network'], ['nothing-heard'], []]);
  });

  it('keeps to itself what an agent can neither hear nor mend', () => {
    const told: (readonly string[])[] = [];
    const log = createWarningLog((troubles) => told.push(troubles));

    log.raised('ice-connectivity-lost');
    log.raised('something-new');

    expect(told).toEqual([]);
  });
});
