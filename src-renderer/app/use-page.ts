import { use } from 'react';
import { useTranslation } from 'react-i18next';
import type { PageLoader } from './page-loader.ts';

/** The code of a page, once it is there and its words are; the nearest Suspense shows what stands in for it until then. */
export function usePage<Module>(loader: PageLoader<Module>): Module {
  const { i18n } = useTranslation();
  return use(loader.load(i18n));
}
