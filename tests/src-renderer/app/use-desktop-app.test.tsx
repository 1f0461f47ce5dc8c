import { describe, expect, it } from 'vitest';
import type { DesktopBridge } from '../../../src-renderer/platform/desktop.ts';
import { json } from '../support/fake-server.ts';
import { renderShell } from '../support/render-shell.tsx';
import { sampleOffer, sampleProfile, sampleStatus } from '../support/samples.ts';
import { createTestDesktop } from '../support/test-desktop.ts';

type ShownPresence = Parameters<DesktopBridge['presence']['show']>[0];
type ShownOffers = Parameters<DesktopBridge['offers']['show']>[0];

/** The console in the desktop app, and what it has told that. */
async function inDesktopApp(options: Omit<Parameters<typeof renderShell>[0], 'desktop'>) {
  const { desktop } = await createTestDesktop('token');
  const presences: ShownPresence[] = [];
  const offers: ShownOffers[] = [];
  const bridge: DesktopBridge = {
    ...desktop.bridge,
    presence: { ...desktop.bridge.presence, show: async (shown) => void presences.push(shown) },
    offers: { ...desktop.bridge.offers, show: async (shown) => void offers.push(shown) },
  };
  const shell = await renderShell({ ...options, desktop: { ...desktop, bridge } });
  return { ...shell, presences, offers };
}

describe('useDesktopApp', () => {
  it('tells, with the connection lost, what the server last thought of the agent', async () => {
    const status = sampleStatus({ presence: 'busy', busyReason: 'do-not-disturb' });
    const { platform, presences } = await inDesktopApp({ profile: { ...sampleProfile(), status } });

    platform.connection.setState({ type: 'lost', since: 0 }, true);

    await expect
      .poll(() => presences.at(-1))
      .toEqual({ kind: 'disconnected', name: sampleProfile().name, busyReason: 'do-not-disturb' });
  });

  it('tells of offers again once the server has told its time, by the clock of this computer', async () => {
    const offer = sampleOffer();
    const { platform, offers } = await inDesktopApp({
      more: { 'GET /api/offers': () => json({ offers: [offer] }) },
    });
    await expect.poll(() => offers.at(-1)?.offers.length).toBe(1);
    const before = offers.length;

    // The server's clock is an hour ahead of what was thought.
    platform.clock.adjust(new Date(platform.clock.now() + 3_600_000).toISOString());
    platform.connection.setState({ type: 'live' }, true);

    await expect.poll(() => offers.length).toBeGreaterThan(before);
    const earlier = offers[before - 1]?.offers[0]?.deadline ?? '';
    const later = offers.at(-1)?.offers[0]?.deadline ?? '';
    expect(Math.round((Date.parse(later) - Date.parse(earlier)) / 60_000)).toBe(-60);
  });
});
