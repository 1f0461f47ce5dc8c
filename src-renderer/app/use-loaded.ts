import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PageLoader } from './page-loader.ts';

type Loading<Module> =
  | { readonly kind: 'loading' }
  | { readonly kind: 'loaded'; readonly module: Module }
  | { readonly kind: 'failed'; readonly error: unknown };

/**
 * The code of a screen as soon as it is there; null before. Other than with Suspense, which holds back for 300 ms what replaces its
 * fallback. A failure goes to the error boundary, and is forgotten for the next attempt.
 */
export function useLoaded<Module>(loader: PageLoader<Module>): Module | null {
  const { i18n } = useTranslation();
  const [loading, setLoading] = useState<Loading<Module>>({ kind: 'loading' });
  useEffect(() => {
    loader.load(i18n).then(
      (module) => setLoading({ kind: 'loaded', module }),
      (error: unknown) => {
        loader.forgetFailure();
        setLoading({ kind: 'failed', error });
      },
    );
  }, [loader, i18n]);
  if (loading.kind === 'failed') throw loading.error;
  return loading.kind === 'loaded' ? loading.module : null;
}
