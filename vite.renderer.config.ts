import { fileURLToPath } from 'node:url';
import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import type { UserConfig } from 'vite';

const page = (name: string): string => fileURLToPath(new URL(`./src-renderer/${name}.html`, import.meta.url));

const foundation =
  /node_modules\/(react|react-dom|scheduler|i18next|react-i18next|zod|@tanstack\/(react-query|query-core)|zustand|wouter|regexparam|use-sync-external-store|class-variance-authority|clsx)\/|backend\/contract\//;

/**
 * The console, the desktop app's alert window and the customer's phone page. Addresses are relative, so that one build serves the backend's
 * `/` and `/phone` as well as the desktop app's own protocol.
 */
const config: UserConfig = {
  root: fileURLToPath(new URL('./src-renderer', import.meta.url)),
  base: './',
  plugins: [react(), tailwindcss()],
  build: {
    outDir: fileURLToPath(new URL('./out/renderer', import.meta.url)),
    emptyOutDir: true,
    target: 'chrome130',
    rolldownOptions: {
      input: { index: page('index'), alert: page('alert'), phone: page('phone') },
      // What every page begins with, in few files rather than thirty: each is a question to the server, or to the app's main process.
      output: { codeSplitting: { groups: [{ name: 'foundation', test: foundation }] } },
    },
  },
};

export default config;
