import type { Page } from '@playwright/test';
import { z } from 'zod';
import { type Offer, offerSchema } from '../../backend/contract/handoffs.ts';
import type { ShownAlert } from '../../src-main/ipc/contract/shown.ts';
import type { Language } from './looks.ts';
import type { Studio } from './studio.ts';

/** The desktop app's alert window with the offer that is open now, as the app would tell it. */
export async function shootAlertWindow(studio: Studio): Promise<void> {
  const { offers } = await studio.agent.ask(z.object({ offers: z.array(offerSchema) }), 'GET', '/api/offers');
  for (const language of ['ja', 'en'] as const) {
    const page = await openAlert(studio, language, offers);
    for (const scheme of ['light', 'dark'] as const) {
      await studio.shoot('alert-window', [{ language, scheme, size: 'alert' }], page);
    }
    await page.close();
  }
}

async function openAlert(studio: Studio, language: Language, offers: readonly Offer[]): Promise<Page> {
  const page = await studio.openPage(language);
  const shown: ShownAlert = {
    offers: offers.map(byThisClock),
    accepting: null,
    language,
    acceptKeys: 'Ctrl+Alt+Y',
    declineKeys: 'Ctrl+Alt+N',
  };
  await page.addInitScript({ content: preloadTelling(shown) });
  // The backend serves it to nobody: it comes out of the app's package.
  await page.route('**/alert.html', (route) =>
    route.fulfill({ path: 'out/renderer/alert.html', contentType: 'text/html' }),
  );
  await page.goto(`${studio.url}/alert.html`);
  await page.getByRole('button').first().waitFor();
  return page;
}

/** What a preload script puts there in the app. */
function preloadTelling(shown: ShownAlert): string {
  return `
    const done = async () => {};
    const onChanged = (listener) => { listener(${JSON.stringify(shown)}); return () => {}; };
    window.alertWindow = { onChanged, drawn: done, accept: done, decline: done };`;
}

/** The app tells its pages times by the computer's own clock. */
function byThisClock(offer: Offer): Offer {
  const now = Date.now();
  return {
    ...offer,
    offeredAt: new Date(now - 3_000).toISOString(),
    deadline: new Date(now + 12_000).toISOString(),
  };
}
