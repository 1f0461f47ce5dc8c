import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { chromium, type Page } from '@playwright/test';
import { demoAccounts } from '../../backend/db/seed/demo-accounts.ts';
import { startBuiltBackend } from '../support/built-backend.ts';
import { chromiumPath } from '../support/chromium-path.ts';
import { fakeMicrophone } from '../support/fake-microphone.ts';

/**
 * `npm run bench:first-load`: how much JavaScript, gzipped, a browser fetches until somebody can sign in, and until the list of calls is
 * there. What follows on its own a second later, for what may be opened next, is not counted. Build first.
 */
const voiceSdk = /\/voice-device-/;
/** What waits for a second, as the preloading does, waits until all is measured: a busy machine would count it otherwise. */
const withoutPreloading = `{
  const { setTimeout } = window;
  window.setTimeout = (run, ms, ...values) => setTimeout(run, ms === 1000 ? 600000 : ms, ...values);
}`;

const scratch = mkdtempSync(join(tmpdir(), 'toritsugi-bench-'));
await using backend = await startBuiltBackend();
const executablePath = chromiumPath();
const browser = await chromium.launch({
  ...(executablePath === undefined ? {} : { executablePath }),
  args: ['--no-sandbox', ...fakeMicrophone(scratch, 440)],
});
const page = await browser.newPage({ locale: 'ja-JP', permissions: ['microphone'] });
await page.addInitScript({ content: withoutPreloading });
const scripts = recordScripts(page);

await page.goto(backend.url);
await page.getByLabel('メールアドレス').waitFor();
console.log(`until somebody can sign in         ${kilobytes(await sizesOf(scripts))}`);

const [{ email, password }] = demoAccounts;
await page.getByLabel('メールアドレス').fill(email);
await page.getByLabel('パスワード').fill(password);
await page.keyboard.press('Enter');
await page.getByText('進行中の通話はありません').waitFor();
const all = await sizesOf(scripts);
console.log(`until the list of calls is there   ${kilobytes(all.filter(({ url }) => !voiceSdk.test(url)))}`);
await page.getByText('電話機は使えます').waitFor();
const voice = (await sizesOf(scripts)).filter(({ url }) => voiceSdk.test(url));
console.log(`the Voice SDK                      ${kilobytes(voice)}`);

await browser.close();
rmSync(scratch, { recursive: true });

interface Script {
  readonly url: string;
  readonly bytes: number;
}

function recordScripts(watched: Page): Promise<Script>[] {
  const fetched: Promise<Script>[] = [];
  watched.on('response', (response) => {
    const url = response.url();
    if (!url.endsWith('.js')) return;
    fetched.push(response.body().then((body) => ({ url, bytes: gzipSync(body, { level: 9 }).length })));
  });
  return fetched;
}

async function sizesOf(fetched: readonly Promise<Script>[]): Promise<readonly Script[]> {
  return Promise.all(fetched);
}

function kilobytes(fetched: readonly Script[]): string {
  const bytes = fetched.reduce((sum, script) => sum + script.bytes, 0);
  return `${(bytes / 1_024).toFixed(0)} KB`;
}
