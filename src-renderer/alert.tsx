import './platform/zod-without-eval.ts';
import './styles/console.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { I18nextProvider } from 'react-i18next';
import { OfferWindow } from './features/offer-window/offer-window.tsx';
import { createOfferWords } from './features/offer-window/offer-words.ts';

const root = document.getElementById('root');
if (root === null) throw new Error('alert.html has no root');
if (window.alertWindow === undefined) throw new Error('the alert window exists in the desktop app only');

const words = await createOfferWords();
createRoot(root).render(
  <StrictMode>
    <I18nextProvider i18n={words}>
      <OfferWindow bridge={window.alertWindow} />
    </I18nextProvider>
  </StrictMode>,
);
