import type { Page } from '@playwright/test';
import { z } from 'zod';
import { type Offer, offerSchema } from '../../backend/contract/handoffs.ts';
import type { ShownAlert } from '../../src-main/ipc/contract/shown.ts';
import type { Language, Look } from './looks.ts';
import { longCompany, longPerson, longText } from './played-answers.ts';
import { playAlertWindow } from './played-bridge.ts';
import { playedOffer } from './played-offers.ts';
import type { Studio } from './studio.ts';

/** The desktop app's alert window with the offer that is open now, as the app would tell it. */
export async function shootAlertWindow(studio: Studio): Promise<void> {
  const { offers } = await studio.agent.ask(z.object({ offers: z.array(offerSchema) }), 'GET', '/api/offers');
  await shootAlert(studio, 'alert-window', { offers });
}

/** The alert window in the states that an agent meets less often. */
export async function shootAlertStates(studio: Studio): Promise<void> {
  const [connect, prepare, third] = ([1, 2, 3] as const).map((number) => playedOffer(number, Date.now()));
  if (connect === undefined || prepare === undefined || third === undefined) return;
  await shootAlert(studio, 'alert-connect', { offers: [connect] });
  await shootAlert(studio, 'alert-several', { offers: [prepare, connect, third] });
  await shootAlert(studio, 'alert-accepting', { offers: [prepare], accepting: prepare.id });
  await shootAlert(studio, 'alert-return', { offers: [{ ...connect, step: 'return' }] });
  await shootAlert(studio, 'alert-server-away', { offers: [prepare], connected: false });
  await shootAlert(studio, 'alert-long', { offers: [atLength(prepare)] });
  await shootAlert(studio, 'alert-reasons', { offers: [prepare] }, async (page) => {
    // A click on what has only just appeared was meant for something else.
    const reasons = page.getByRole('button', { expanded: false });
    while (await reasons.isVisible()) await reasons.click();
  });
}

type Shown = Pick<ShownAlert, 'offers'> & Partial<Pick<ShownAlert, 'accepting' | 'connected'>>;

async function shootAlert(
  studio: Studio,
  name: string,
  shown: Shown,
  prepare: (page: Page) => Promise<void> = async () => undefined,
): Promise<void> {
  for (const language of ['ja', 'en'] as const) {
    const page = await openAlert(studio, language, shown);
    await prepare(page);
    await studio.shoot(name, alertLooks(language), page);
    await page.context().close();
  }
}

function alertLooks(language: Language): readonly Look[] {
  return (['light', 'dark'] as const).map((scheme) => ({ language, scheme, size: 'alert' }));
}

async function openAlert(
  studio: Studio,
  language: Language,
  { offers, accepting = null, connected = true }: Shown,
): Promise<Page> {
  const page = await studio.openPage(language);
  await playAlertWindow(page, {
    offers: offers.map(byThisClock),
    connected,
    accepting,
    language,
    acceptKeys: 'Ctrl+Alt+Y',
    declineKeys: 'Ctrl+Alt+N',
  });
  // The backend serves it to nobody: it comes out of the app's package.
  await page.route('**/alert.html', (route) =>
    route.fulfill({ path: 'out/renderer/alert.html', contentType: 'text/html' }),
  );
  await page.goto(`${studio.url}/alert.html`);
  await page.getByRole('button').first().waitFor();
  return page;
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

function atLength(offer: Offer): Offer {
  const lastTurns = offer.brief.lastTurns.map((turn) => ({ ...turn, text: longText }));
  return {
    ...offer,
    brief: { ...offer.brief, company: longCompany, person: longPerson, department: longCompany, lastTurns },
  };
}
