import './platform/zod-without-eval.ts';
import './styles/console.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { I18nextProvider } from 'react-i18next';
import { CustomerPhonePage } from './features/customer-phone/customer-phone-page.tsx';
import { pageIdOf } from './features/customer-phone/page-id.ts';
import { createPreferencesStore } from './platform/preferences.ts';
import { createWords } from './words/create-words.ts';

const preferences = createPreferencesStore(localStorage, navigator.language);
const words = await createWords({
  preferences,
  document,
  parts: ['customerPhone'],
  onUnreachable: () => undefined,
});
const root = document.getElementById('root');
if (root === null) throw new Error('the page has no #root');

createRoot(root).render(
  <StrictMode>
    <I18nextProvider i18n={words}>
      <CustomerPhonePage
        pageId={pageIdOf(sessionStorage, () => crypto.randomUUID())}
        preferences={preferences}
      />
    </I18nextProvider>
  </StrictMode>,
);
