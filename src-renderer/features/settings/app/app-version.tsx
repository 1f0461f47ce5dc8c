import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { DesktopBridge, UpdateStatus } from '../../../platform/desktop.ts';
import { Button } from '../../../ui/button.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { SettingRow } from '../setting-row.tsx';

const statusKey = ['desktop', 'updates'];

/** Which version this is, whether there is a newer one, and the way to it. */
export function AppVersion({ bridge }: { readonly bridge: DesktopBridge }): ReactElement {
  const { t } = useTranslation('settings');
  const cache = useQueryClient();
  const info = useQuery({ queryKey: ['desktop', 'info'], queryFn: () => bridge.app.info() });
  const { data: status } = useQuery({ queryKey: statusKey, queryFn: () => bridge.updates.status() });
  useEffect(
    () => bridge.updates.onChanged((changed) => cache.setQueryData(statusKey, changed)),
    [bridge, cache],
  );
  const install = useMutation({ mutationFn: () => bridge.updates.install() });
  const words = useStatusWords();
  return (
    <>
      <SettingRow
        label={t('desktop.versionIs', { version: info.data?.version ?? '' })}
        hint={status === undefined ? '' : words(status)}
      >
        {status?.kind === 'ready' ? (
          <Button tone="primary" busy={install.isPending} onClick={() => install.mutate()}>
            {t('desktop.install')}
          </Button>
        ) : (
          <Button
            busy={status?.kind === 'checking' || isLoading(status)}
            disabled={status?.kind === 'off'}
            onClick={() => void bridge.updates.check()}
          >
            {t(buttonWord(status))}
          </Button>
        )}
      </SettingRow>
      {install.data === 'on-call' && <Notice tone="info">{t('desktop.notOnCall')}</Notice>}
    </>
  );
}

/** What is found is fetched at once: nobody has to ask for it. */
function isLoading(status: UpdateStatus | undefined): boolean {
  return status?.kind === 'available' || status?.kind === 'downloading';
}

function buttonWord(status: UpdateStatus | undefined) {
  if (isLoading(status)) return 'desktop.loading';
  return status?.kind === 'checking' ? 'desktop.checking' : 'desktop.check';
}

function useStatusWords(): (status: UpdateStatus) => string {
  const { t } = useTranslation('settings');
  return (status) => {
    switch (status.kind) {
      case 'off':
        return t(`desktop.update.off.${status.why}`);
      case 'available':
      case 'ready':
      case 'not-downloaded':
        return t(`desktop.update.${status.kind}`, { version: status.version });
      case 'downloading': {
        const percent = Math.round(status.percent);
        return t('desktop.update.downloading', { version: status.version, percent });
      }
      case 'up-to-date':
      case 'checking':
      case 'failed':
        return t(`desktop.update.${status.kind}`);
    }
  };
}
