import type { Browser } from 'playwright';
import { z } from 'zod';

/** A browser window with a voice device in it: `tests/src-renderer/support/voice-page.ts`, driven from outside. */
export interface VoiceWindow {
  /** What the device reported so far. */
  events(): Promise<readonly string[]>;
  /** What the person at the window hears; null while no call is connected. */
  heard(): Promise<{ readonly levelDb: number; readonly frequencyHz: number } | null>;
  do(action: string): Promise<void>;
  close(): Promise<void>;
}

export interface WindowOptions {
  readonly port: number;
  /** Of the simulator, where it is another. */
  readonly gatewayPort?: number;
  /** Made once the page is there, so that a short life is not spent on loading it. */
  readonly token: () => string;
  readonly windowName: string;
}

const heardSchema = z.object({ levelDb: z.number().nullable(), frequencyHz: z.number() }).nullable();

export async function openVoiceWindow(browser: Browser, options: WindowOptions): Promise<VoiceWindow> {
  const { port, gatewayPort = port, token, windowName } = options;
  const page = await browser.newPage();
  await page.goto(`http://localhost:${port}/`);
  const device = { token: token(), windowName, gateway: `localhost:${gatewayPort}/simulator` };
  await page.evaluate(`voicePage.open(${JSON.stringify(device)})`);
  return {
    events: async () => z.array(z.string()).parse(await page.evaluate('voicePage.events')),
    heard: async () => {
      const heard = heardSchema.parse(
        JSON.parse(z.string().parse(await page.evaluate('JSON.stringify(heardSound())'))),
      );
      return heard && { ...heard, levelDb: heard.levelDb ?? Number.NEGATIVE_INFINITY };
    },
    do: async (action) => {
      await page.evaluate(`voicePage.${action}`);
    },
    close: () => page.close(),
  };
}
