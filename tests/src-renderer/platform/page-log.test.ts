import { describe, expect, it } from 'vitest';
import type { DesktopBridge } from '../../../src-renderer/platform/desktop.ts';
import { createPageLog } from '../../../src-renderer/platform/page-log.ts';
import { createTestDesktop } from '../support/test-desktop.ts';

describe('createPageLog', () => {
  it('writes into the log of the desktop app what was caught, the same not twice in a minute', async () => {
    const { desktop } = await createTestDesktop('token');
    const written: string[] = [];
    const log: DesktopBridge['log'] = {
      ...desktop.bridge.log,
      pageError: async ({ message }) => void written.push(message),
    };
    let now = 0;
    const { caught } = createPageLog({ ...desktop.bridge, log }, () => now);

    caught('softphone-not-opened', new Error('no answer'));
    caught('softphone-not-opened', new Error('no answer'));
    caught('softphone-not-opened', 'refused');
    now = 60_000;
    caught('softphone-not-opened', new Error('no answer'));

    expect(written).toEqual([
      'softphone-not-opened: no answer',
      'softphone-not-opened: refused',
      'softphone-not-opened: no answer',
    ]);
  });
});
