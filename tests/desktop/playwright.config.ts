import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: '.',
  globalSetup: './support/set-up.ts',
  outputDir: '../../test-results/desktop',
  // One desktop at a time: they would take each other's focus and global keys.
  workers: 1,
  // What is expected comes at once, except on a machine that is busy.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  reporter: 'list',
});
