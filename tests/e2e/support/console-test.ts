import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base } from '@playwright/test';
import { type BuiltBackend, startBuiltBackend } from '../../support/built-backend.ts';
import { soundProbe } from '../../support/call-sound.ts';
import { fakeMicrophone } from '../../support/fake-microphone.ts';

/** What the agent's microphone hums, in Hz. */
export const agentHz = 1_000;

interface ConsoleFixtures {
  /** What the backend is configured with, beside its port and its data folder. */
  readonly settings: Readonly<Record<string, string>>;
  readonly backend: BuiltBackend;
}

/** A test of the built product: backend, embedded simulator, console in a real browser, real Voice SDK, sound that can be measured. */
export const test = base.extend<ConsoleFixtures>({
  settings: [{}, { option: true }],

  backend: async ({ settings }, use) => {
    await using backend = await startBuiltBackend(settings);
    await use(backend);
  },

  page: async ({ page }, use) => {
    await page.addInitScript(await soundProbe());
    await use(page);
  },

  launchOptions: [
    async ({ launchOptions }, use) => {
      const folder = mkdtempSync(join(tmpdir(), 'toritsugi-microphone-'));
      const args = [...(launchOptions.args ?? []), ...fakeMicrophone(folder, agentHz)];
      await use({ ...launchOptions, args });
      rmSync(folder, { recursive: true });
    },
    { scope: 'worker' },
  ],
});
