import { languageOf } from '../platform/use-language.ts';
import { loadParts } from '../words/load-words.ts';
import type { LaterPart } from '../words/words.ts';
import { createPageLoader, type PageLoader } from './page-loader.ts';

// What the first screen can do without, with the parts of the words that it says. It follows on its own, so that it opens also when the server
// cannot be reached.
export const liveCall = laterPage(
  ['routing', 'supervision', 'team', 'transcript'],
  () => import('./pages/live-call.tsx'),
);
export const customers = laterPage(
  ['campaigns', 'customer', 'customers', 'filters', 'history'],
  () => import('./pages/customers-page.tsx'),
);
export const campaigns = laterPage(
  ['campaigns', 'customers', 'filters'],
  () => import('./pages/campaigns-page.tsx'),
);
export const imports = laterPage(['customerImports'], () => import('./pages/imports-page.tsx'));
export const reminders = laterPage([], () => import('./pages/reminders-page.tsx'));
export const doNotCall = laterPage(['doNotCall', 'filters'], () => import('./pages/do-not-call-page.tsx'));
export const audit = laterPage(
  ['audit', 'campaigns', 'customer', 'doNotCall', 'filters', 'supervision'],
  () => import('./pages/audit-page.tsx'),
);
export const history = laterPage(
  ['filters', 'history', 'routing', 'team', 'transcript'],
  () => import('./pages/history-page.tsx'),
);
export const today = laterPage(
  ['figures', 'routing', 'team', 'today'],
  () => import('./pages/today-page.tsx'),
);
export const wall = laterPage(
  ['routing', 'supervision', 'team', 'transcript', 'wall'],
  () => import('./pages/wall-page.tsx'),
);
export const figures = laterPage(['figures', 'filters'], () => import('./pages/figures-page.tsx'));
export const reports = laterPage(['filters', 'reports'], () => import('./pages/reports-page.tsx'));
export const settings = laterPage(
  ['schedule', 'security', 'settings', 'spending', 'team', 'templates', 'users'],
  () => import('./pages/settings-page.tsx'),
);

/** In the order in which they are likely to be wanted. */
export const laterPages = [
  liveCall,
  customers,
  campaigns,
  reminders,
  history,
  settings,
  today,
  wall,
  figures,
  reports,
  imports,
  doNotCall,
  audit,
] as const;

function laterPage<Module>(
  parts: readonly LaterPart[],
  importPage: () => Promise<Module>,
): PageLoader<Module> {
  return createPageLoader(async (words) => {
    const [page] = await Promise.all([importPage(), loadParts(words, languageOf(words), parts)]);
    return page;
  });
}
