import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright';
import { chromiumPath } from './chromium-path.ts';
import { fakeMicrophone } from './fake-microphone.ts';

/** What everybody hears of the person at the browser. */
export const MICROPHONE_HZ = 440;

/** A browser that nobody asks for the microphone, and whose microphone hums. */
export function launchVoiceBrowser(): Promise<Browser> {
  const executablePath = chromiumPath();
  const folder = mkdtempSync(join(tmpdir(), 'toritsugi-voice-'));
  return chromium.launch({
    ...(executablePath === undefined ? {} : { executablePath }),
    args: ['--no-sandbox', ...fakeMicrophone(folder, MICROPHONE_HZ)],
  });
}
