import type { Page } from '@playwright/test';
import { z } from 'zod';
import { bundleForBrowser } from './browser-bundle.ts';

const heardSchema = z.object({ frequencyHz: z.number() }).nullable();
const measuredSchema = z.object({ frequencyHz: z.number().nullable() });
const observationSchema = z.object({
  legs: z.array(
    z.object({
      label: z.string().nullable(),
      status: z.string(),
      sound: z.object({ heard: measuredSchema }).nullable(),
    }),
  ),
});

/** To be put into a page before its own scripts, so that what its softphone plays can be measured. */
export function soundProbe(): Promise<string> {
  return bundleForBrowser(new URL('../src-renderer/support/listen-to-calls.ts', import.meta.url));
}

/** What the agent hears at this moment, in Hz; 0 where no call is connected. */
export async function frequencyHeardByAgent(page: Page): Promise<number> {
  const heard = heardSchema.parse(await page.evaluate('window.heardSound()'));
  return heard?.frequencyHz ?? 0;
}

/** What the customer of the only call hears at this moment, in Hz, as the carrier measures it; 0 in silence. */
export async function frequencyHeardByCustomer(url: string): Promise<number> {
  const response = await fetch(`${url}/simulator/observation`);
  const { legs } = observationSchema.parse(await response.json());
  const customer = legs.findLast((leg) => leg.label === 'customer' && leg.status === 'in-progress');
  return customer?.sound?.heard.frequencyHz ?? 0;
}
