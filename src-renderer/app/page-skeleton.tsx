import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { SkeletonRows } from '../ui/skeleton.tsx';
import { places } from './places.ts';

/** While the code of a page is on its way: its heading, the bar of its columns, and rows, where they will be. */
export function PageSkeleton(): ReactElement {
  const { t } = useTranslation('shell');
  const [location] = useLocation();
  const place = places.find(({ name }) => location.startsWith(`/${name}`));
  return (
    <section className="flex h-full min-w-0 flex-col">
      {place !== undefined && (
        <header className="border-line-quiet border-b px-4 py-3">
          <h1 className="font-semibold text-lg">{t(`nav.${place.name}`)}</h1>
        </header>
      )}
      <div aria-hidden className="h-[29px] shrink-0 border-line-quiet border-b bg-surface-sunken" />
      <SkeletonRows rows={12} label={t('loading')} />
    </section>
  );
}
