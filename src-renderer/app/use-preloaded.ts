import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { PageLoader } from './page-loader.ts';

/** After the first screen has what it needs. */
const settledAfterMs = 1_000;

/** Loads what may be opened later, so that it opens also when the server cannot be reached. What fails is tried again when it is opened. */
export function usePreloaded(loaders: readonly PageLoader<unknown>[]): void {
  const { i18n } = useTranslation();
  useEffect(() => {
    const timer = setTimeout(() => {
      for (const loader of loaders) loader.load(i18n).catch(() => loader.forgetFailure());
    }, settledAfterMs);
    return () => clearTimeout(timer);
  }, [loaders, i18n]);
}
