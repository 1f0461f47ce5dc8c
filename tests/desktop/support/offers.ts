import type { Page } from '@playwright/test';
import type { Offer } from '../../../backend/contract/handoffs.ts';
import type { OfferId } from '../../../backend/contract/ids.ts';
import { offer } from '../../src-main/support/desktop-fixtures.ts';

/** An offer that can be answered for some seconds from now; `letter` makes its ids. */
export function openOffer(letter: string, seconds = 30): Offer {
  const now = Date.now();
  return offer(letter, {
    offeredAt: new Date(now).toISOString(),
    deadline: new Date(now + seconds * 1_000).toISOString(),
  });
}

/** Has the console tell the app of these offers, and of no others. */
export async function showOffers(
  page: Page,
  offers: Offer[],
  accepting: OfferId | null = null,
): Promise<void> {
  await page.evaluate((shown) => globalThis.desktop.offers.show(shown), { offers, accepting });
}

/** Has the console tell the app that an agent is signed in, in Japanese. */
export async function showSignedIn(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await globalThis.desktop.app.setLanguage('ja');
    await globalThis.desktop.presence.show({
      kind: 'signed-in',
      name: '佐藤花子',
      presence: 'available',
      busyReason: null,
      withinWorkingHours: true,
    });
  });
}
