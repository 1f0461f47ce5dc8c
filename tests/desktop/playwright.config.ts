import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: '.',
  globalSetup: './support/set-up.ts',
  outputDir: '../../test-results/desktop',
  // One desktop at a time: they would take each other's focus and global keys.
  workers: 1,
  timeout: 60_000,
  reporter: 'list',
});
