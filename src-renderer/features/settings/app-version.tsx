import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { DesktopBridge, UpdateStatus } from '../../platform/desktop.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { SettingRow } from './setting-row.tsx';

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
            busy={status?.kind === 'checking' || status?.kind === 'downloading'}
            disabled={status?.kind === 'off'}
            onClick={() => void bridge.updates.check()}
          >
            {t('desktop.check')}
          </Button>
        )}
      </SettingRow>
      {install.data === 'on-call' && <Notice tone="info">{t('desktop.notOnCall')}</Notice>}
    </>
  );
}

function useStatusWords(): (status: UpdateStatus) => string {
  const { t } = useTranslation('settings');
  return (status) => {
    switch (status.kind) {
      case 'off':
        return t(`desktop.update.off.${status.why}`);
      case 'available':
      case 'ready':
        return t(`desktop.update.${status.kind}`, { version: status.version });
      case 'downloading':
        return t('desktop.update.downloading', { percent: Math.round(status.percent) });
      case 'up-to-date':
      case 'checking':
      case 'failed':
        return t(`desktop.update.${status.kind}`);
    }
  };
}
