import './platform/zod-without-eval.ts';
import './styles/console.css';
import { notifyManager } from '@tanstack/react-query';
import { createRoot } from 'react-dom/client';
import { App } from './app/app.tsx';
import { composePlatform } from './app/compose.ts';
import { showStartFailure } from './app/start-failure.ts';
import { createPacedScheduler } from './platform/paced-notifications.ts';
import { createPreferencesStore } from './platform/preferences.ts';
import { createQueryClient } from './platform/query-client.ts';
import { showToast } from './platform/toasts.ts';
import { createWords } from './words/create-words.ts';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no root');

start(root).catch((error: unknown) => {
  showStartFailure(root);
  throw error;
});

/** Twenty redraws a second look alive; more would only take time. */
const redrawEveryMs = 50;

async function start(screen: HTMLElement): Promise<void> {
  const preferences = createPreferencesStore(localStorage, navigator.language);
  const [platform, words] = await Promise.all([
    composePlatform(window, preferences),
    createWords({
      preferences,
      document,
      parts: [],
      onUnreachable: () => showToast(platform.toasts, 'failed', words.t('languageUnreachable')),
    }),
  ]);
  notifyManager.setScheduler(
    createPacedScheduler({
      everyMs: redrawEveryMs,
      now: () => performance.now(),
      setTimeout: (run, ms) => setTimeout(run, ms),
    }),
  );
  createRoot(screen).render(<App platform={platform} cache={createQueryClient()} words={words} />);
}
