import { describe, expect, it } from 'vitest';
import { createCrashRecovery } from '../../../src-main/windows/crash-recovery.ts';

describe('createCrashRecovery', () => {
  it('loads a page again that dies now and then', () => {
    let now = 0;
    const recover = createCrashRecovery(() => now);

    const decisions = Array.from({ length: 10 }, () => {
      now += 30_000;
      return recover();
    });

    expect(new Set(decisions)).toEqual(new Set(['reload']));
  });

  it('gives up on a page that dies whenever it is loaded', () => {
    const recover = createCrashRecovery(() => 0);

    const decisions = Array.from({ length: 4 }, recover);

    expect(decisions).toEqual(['reload', 'reload', 'reload', 'give-up']);
  });
});
