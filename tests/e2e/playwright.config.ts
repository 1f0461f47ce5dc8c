import process from 'node:process';
import { defineConfig } from '@playwright/test';
import { chromiumPath } from '../support/chromium-path.ts';

const executablePath = chromiumPath();

export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results/e2e',
  // Calls run in real time and carry real sound: side by side they would starve each other of the processor.
  workers: 1,
  timeout: 120_000,
  expect: { timeout: 30_000 },
  reporter: 'list',
  use: {
    locale: 'ja-JP',
    timezoneId: 'Asia/Tokyo',
    viewport: { width: 1440, height: 900 },
    permissions: ['microphone'],
    screenshot: 'only-on-failure',
    launchOptions: {
      ...(executablePath === undefined ? {} : { executablePath }),
      // Where the system's language is none, Chromium calls a file that has a Japanese name just "download".
      env: { ...process.env, LC_ALL: 'C.UTF-8' },
      args: [
        '--no-sandbox',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--allow-loopback-in-peer-connection',
        '--autoplay-policy=no-user-gesture-required',
      ],
    },
  },
});
