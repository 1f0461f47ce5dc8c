import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import type { CallId, CustomerId } from '../../backend/contract/ids.ts';
import { demoAccounts } from '../../backend/db/seed/demo-accounts.ts';
import type { PersonaId } from '../../backend/simulator/personas/numbers.ts';
import { startBuiltBackend } from '../support/built-backend.ts';
import { callableCustomer } from '../support/callable-customer.ts';
import { type ConsoleClient, openConsole } from '../support/console-client.ts';
import { seriousFindings } from '../support/serious-findings.ts';
import { type ConsolePages, openConsolePages } from './console-pages.ts';
import { type Look, sizes } from './looks.ts';
import { smallPng } from './small-png.ts';

/** A Friday afternoon in Tokyo, on which every picture is taken. */
const now = '2026-11-20T14:02:00+09:00';
const shiftedTime = fileURLToPath(new URL('./shifted-time.mjs', import.meta.url));

/** The built product, with the console open in both languages, and a camera. */
export interface Studio extends ConsolePages {
  readonly url: string;
  /** Milliseconds since 1970, by the server's clock. */
  now(): number;
  /** The agent whose console it is, asking behind the scenes. */
  readonly agent: ConsoleClient;
  customerWho(persona: PersonaId): Promise<CustomerId>;
  call(persona: PersonaId): Promise<CallId>;
  /** Of the agent's own pages, or of another one; each is looked over for what keeps somebody from a part of it. */
  shoot(name: string, looks: readonly Look[], other?: Page): Promise<void>;
  /** Makes files of the pictures; apart, because it takes longer than an offer is open. Throws when one showed something inaccessible. */
  develop(folder: string, place: 'instead-of-others' | 'beside-others'): void;
}

export async function openStudio(): Promise<Studio> {
  const scratch = mkdtempSync(join(tmpdir(), 'toritsugi-screens-'));
  const ahead = Date.parse(now) - Date.now();
  const backend = await startBuiltBackend({
    NODE_OPTIONS: `--import=${shiftedTime}`,
    SCREENS_NOW: now,
    // Long enough for every picture of it.
    OFFER_SECONDS: '60',
    HANDOFF_SECONDS: '180',
  });
  const { url } = backend;
  const consoles = await openConsolePages(url, scratch);
  const agent = await openConsole(url, demoAccounts[0]);
  const customerWho = (persona: PersonaId): Promise<CustomerId> => callableCustomer(agent, persona);
  const pictures = new Map<string, Buffer>();
  const findings: string[] = [];

  return {
    ...consoles,
    url,
    now: () => Date.now() + ahead,
    agent,
    customerWho,
    call: async (persona) => agent.start({ customerId: await customerWho(persona), mode: 'ai' }),
    async shoot(name, looks, other) {
      for (const look of looks) {
        const page = other ?? consoles.pages[look.language];
        const file = `${name}-${nameOf(look)}.png`;
        await inLook(page, look, async () => {
          pictures.set(
            file,
            await page.screenshot({ animations: 'disabled', caret: 'hide', timeout: 120_000 }),
          );
          for (const finding of await seriousFindings(page)) findings.push(`${file}: ${finding}`);
        });
      }
    },
    develop(folder, place) {
      if (place === 'instead-of-others') rmSync(folder, { recursive: true, force: true });
      mkdirSync(folder, { recursive: true });
      for (const [name, png] of pictures) writeFileSync(join(folder, name), smallPng(png));
      if (findings.length > 0) throw new Error(`Not accessible:\n${findings.join('\n')}`);
    },
    async [Symbol.asyncDispose]() {
      await agent[Symbol.asyncDispose]();
      await consoles[Symbol.asyncDispose]();
      await backend[Symbol.asyncDispose]();
      rmSync(scratch, { recursive: true });
    },
  };
}

function nameOf({ language, scheme, size }: Look): string {
  return `${size}-${scheme}-${language}`;
}

/** Evaluated by the debugger: the page itself refuses to make code of strings, as `waitForFunction` would have it do. */
const imagesAreThere = '[...document.images].every(({ complete }) => complete)';

async function inLook(page: Page, { scheme, size }: Look, work: () => Promise<void>): Promise<void> {
  // Nothing is to look as if somebody pointed at it.
  await page.mouse.move(0, 0);
  await page.setViewportSize(sizes[size]);
  await page.emulateMedia({ colorScheme: scheme });
  while (!(await page.evaluate(imagesAreThere))) await setTimeout(50);
  await work();
  await page.setViewportSize(sizes.wide);
  await page.emulateMedia({ colorScheme: 'light' });
}
