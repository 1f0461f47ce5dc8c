import './platform/zod-without-eval.ts';
import './styles/console.css';
import { createRoot } from 'react-dom/client';
import { App } from './app/app.tsx';
import { composePlatform } from './app/compose.ts';
import { createPreferencesStore } from './platform/preferences.ts';
import { createQueryClient } from './platform/query-client.ts';
import { showToast } from './platform/toasts.ts';
import { createWords } from './words/create-words.ts';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no root');

const preferences = createPreferencesStore(localStorage, navigator.language);
const [platform, words] = await Promise.all([
  composePlatform(window, preferences),
  createWords({ preferences, document, onUnreachable: () => sayUnreachable() }),
]);
createRoot(root).render(<App platform={platform} cache={createQueryClient()} words={words} />);

function sayUnreachable(): void {
  showToast(platform.toasts, 'failed', words.t('languageUnreachable'));
}
