import { CloudOff } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { usePlatform } from '../platform/platform-context.ts';
import { formatAgo, useSeconds } from '../platform/times.ts';
import { useLanguage } from '../platform/use-language.ts';
import { Button } from '../ui/button.tsx';

/** While the connection is lost: how old everything on the screen is. */
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
  const age = formatAgo(useSeconds() - since / 1_000, useLanguage());
  return (
    <div className="flex items-center gap-3 border-state-failed border-b-2 bg-surface-sunken px-4 py-1.5 text-sm">
      <CloudOff aria-hidden className="size-4 shrink-0 text-state-failed" />
      {/* Read out once, not with every second. */}
      <p role="alert" className="sr-only">
        {t('connection.lostOnce')}
      </p>
      <p aria-hidden className="flex-1">
        {t('connection.lost', { age })}
      </p>
      <Button size="small" onClick={onReconnect}>
        {t('connection.retry')}
      </Button>
    </div>
  );
}
