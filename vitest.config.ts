import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { chromiumPath } from './tests/support/chromium-path.ts';
import { propertySeed } from './tests/support/property-seed.ts';

const executablePath = chromiumPath();

const consolePackages = [
  '@hookform/resolvers/zod',
  '@tanstack/react-query',
  '@tanstack/react-virtual',
  '@twilio/voice-sdk',
  'class-variance-authority',
  'd3-scale',
  'diff',
  'fast-check',
  'i18next',
  'libphonenumber-js/min',
  'lucide-react',
  'partysocket/ws',
  'radix-ui',
  'react',
  'react-dom/client',
  'react-hook-form',
  'react-i18next',
  'vitest-browser-react',
  'wouter',
  'wouter/memory-location',
  'zod',
  'zustand',
];

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'node',
          provide: { propertySeed },
          setupFiles: ['tests/support/draw-properties.ts'],
          include: ['tests/{backend,src-main,scripts,integration}/**/*.test.ts'],
          // Whole calls take seconds, also in fast time, and more on a machine that is busy.
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        plugins: [react(), tailwindcss()],
        // A package that Vite meets only while tests run is bundled then, and the page reloads under the tests.
        optimizeDeps: { include: consolePackages },
        test: {
          name: 'browser',
          include: ['tests/src-renderer/**/*.test.{ts,tsx}'],
          provide: { propertySeed },
          setupFiles: ['tests/support/draw-properties.ts', 'tests/src-renderer/support/set-up.ts'],
          // As patient as the others: what is expected comes at once, except on a machine that is busy.
          testTimeout: 60_000,
          expect: { poll: { timeout: 30_000 } },
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            viewport: { width: 1280, height: 800 },
            provider: playwright({
              launchOptions: {
                ...(executablePath === undefined ? {} : { executablePath }),
                args: [
                  '--no-sandbox',
                  '--use-fake-device-for-media-stream',
                  '--use-fake-ui-for-media-stream',
                ],
              },
            }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
    ],
  },
});
