import { type QueryClient, QueryClientProvider } from '@tanstack/react-query';
import type { i18n } from 'i18next';
import { type ReactElement, StrictMode } from 'react';
import { I18nextProvider } from 'react-i18next';
import { Router } from 'wouter';

import { type Platform, PlatformContext } from '../platform/platform-context.ts';
import { useAppearance } from '../platform/use-appearance.ts';
import { ErrorBoundary } from './error-boundary.tsx';
import { useHashPlace } from './hash-place.ts';
import { SessionGate } from './session-gate.tsx';

interface AppProps {
  readonly platform: Platform;
  readonly cache: QueryClient;
  readonly words: i18n;
}

/** Locations are in the hash, because the same files are served by the backend and by the desktop app's own protocol. */
export function App({ platform, cache, words }: AppProps): ReactElement {
  useAppearance(platform.preferences);
  return (
    <StrictMode>
      <I18nextProvider i18n={words}>
        <PlatformContext value={platform}>
          <QueryClientProvider client={cache}>
            <Router hook={useHashPlace}>
              <ErrorBoundary place="" onRetry={() => undefined}>
                <SessionGate />
              </ErrorBoundary>
            </Router>
          </QueryClientProvider>
        </PlatformContext>
      </I18nextProvider>
    </StrictMode>
  );
}
