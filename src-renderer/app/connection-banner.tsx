import { CloudOff } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { usePlatform } from '../platform/platform-context.ts';
import { formatAgo, useSeconds } from '../platform/times.ts';
import { useLanguage } from '../platform/use-language.ts';
import { Button } from '../ui/button.tsx';

/**
 * While the connection is lost: how old everything on the screen is. Stands in the empty part of the navigation, where it moves nothing; in a
 * smaller window, which has no such part, in a row of its own.
 */
export function ConnectionBanner({ onReconnect }: { readonly onReconnect: () => void }): ReactElement | null {
  const state = useStore(usePlatform().connection);
  return state.type === 'lost' ? <Lost since={state.since} onReconnect={onReconnect} /> : null;
}

interface LostProps {
  readonly since: number;
  readonly onReconnect: () => void;
}

function Lost({ since, onReconnect }: LostProps): ReactElement {
  const { t } = useTranslation('shell');
  const seconds = useSeconds() - since / 1_000;
  const inWords = formatAgo(seconds, useLanguage());
  // 「今の内容」 would say the opposite.
  const age = seconds < 60 ? t('connection.momentAgo') : inWords;
  return (
    <div
      data-banner
      className="flex items-center gap-x-3 gap-y-1.5 border-state-failed no-aside:border-b-2 bg-surface-sunken no-aside:px-4 no-aside:py-1.5 text-sm aside:flex-wrap aside:rounded-md aside:border-2 aside:bg-surface-raised aside:p-2 aside:shadow-float"
    >
      <CloudOff aria-hidden className="size-4 shrink-0 text-state-failed" />
      {/* Read out once, not with every second. */}
      <p role="alert" className="sr-only">
        {t('connection.lostOnce')}
      </p>
      <p aria-hidden className="flex-1 text-pretty aside:order-last aside:basis-full">
        {t('connection.lost', { age })}
      </p>
      <Button size="small" onClick={onReconnect}>
        {t('connection.retry')}
      </Button>
    </div>
  );
}
