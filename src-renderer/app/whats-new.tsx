import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { DesktopBridge } from '../platform/desktop.ts';
import { usePlatform } from '../platform/platform-context.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';

/** In the desktop app, once after an update: what the agent will notice of it. It waits while a customer does. */
export function WhatsNew({ customerWaits }: { readonly customerWaits: boolean }): ReactElement | null {
  const bridge = usePlatform().desktop?.bridge ?? null;
  return bridge === null || customerWaits ? null : <News bridge={bridge} />;
}

const newsKey = ['news'] as const;

function News({ bridge }: { readonly bridge: DesktopBridge }): ReactElement | null {
  const { t } = useTranslation('shell');
  const cache = useQueryClient();
  const { data: news } = useQuery({
    queryKey: newsKey,
    queryFn: () => bridge.news.get(),
    staleTime: Infinity,
  });
  if (news?.kind !== 'updated') return null;

  const close = (): void => {
    cache.setQueryData(newsKey, { kind: 'nothing' });
    void bridge.news.read();
  };
  return (
    <Dialog title={t('news.title', { version: news.version })} closeLabel={t('close')} onClose={close}>
      <ul className="flex list-disc flex-col gap-2 pl-5 text-sm">
        {news.notes.map((note) => (
          <li key={note} className="text-pretty">
            {note}
          </li>
        ))}
      </ul>
      <div className="mt-4 flex justify-end">
        <Button tone="primary" onClick={close}>
          {t('news.read')}
        </Button>
      </div>
    </Dialog>
  );
}
