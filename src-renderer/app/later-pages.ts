import { createPageLoader } from './page-loader.ts';

// What the first screen can do without. It follows on its own, so that it opens also when the server cannot be reached.
export const liveCall = createPageLoader(() => import('./pages/live-call.tsx'));
export const customers = createPageLoader(() => import('./pages/customers-page.tsx'));
export const imports = createPageLoader(() => import('./pages/imports-page.tsx'));
export const history = createPageLoader(() => import('./pages/history-page.tsx'));
export const settings = createPageLoader(() => import('./pages/settings-page.tsx'));

/** In the order in which they are likely to be wanted. */
export const laterPages = [liveCall, customers, history, settings, imports] as const;
