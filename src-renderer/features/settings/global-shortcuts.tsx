import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { DesktopBridge, Shortcut, ShortcutChange, ShortcutOrder } from '../../platform/desktop.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { SettingsSection } from './settings-section.tsx';
import { ShortcutRow } from './shortcut-row.tsx';

const queryKey = ['desktop', 'shortcuts'];

/** The keys that work in every program, and what stands in their way. */
export function GlobalShortcuts({ bridge }: { readonly bridge: DesktopBridge }): ReactElement {
  const { t } = useTranslation('settings');
  const cache = useQueryClient();
  const { data: shortcuts = [] } = useQuery({ queryKey, queryFn: () => bridge.shortcuts.list() });
  const set = useMutation({
    mutationFn: (order: ShortcutOrder) => bridge.shortcuts.set(order),
    onSuccess: (change) => {
      if (change.kind === 'changed') cache.setQueryData(queryKey, change.shortcuts);
    },
  });
  const reset = useMutation({
    mutationFn: () => bridge.shortcuts.reset(),
    onSuccess: (delivered: Shortcut[]) => {
      set.reset();
      cache.setQueryData(queryKey, delivered);
    },
  });
  return (
    <SettingsSection title={t('shortcuts.title')} lead={t('shortcuts.lead')}>
      {shortcuts.map((shortcut) => (
        <ShortcutRow
          key={shortcut.command}
          shortcut={shortcut}
          onChange={(accelerator) => set.mutate({ command: shortcut.command, accelerator })}
        />
      ))}
      {set.data !== undefined && <Refusal change={set.data} />}
      <div>
        <Button tone="quiet" onClick={() => reset.mutate()}>
          {t('shortcuts.reset')}
        </Button>
      </div>
    </SettingsSection>
  );
}

function Refusal({ change }: { readonly change: ShortcutChange }): ReactElement | null {
  const { t } = useTranslation('settings');
  switch (change.kind) {
    case 'changed':
      return null;
    case 'ours':
      return (
        <Notice tone="failed">{t('shortcuts.ours', { command: t(`shortcuts.${change.command}`) })}</Notice>
      );
    case 'not-usable':
    case 'taken':
      return <Notice tone="failed">{t(`shortcuts.${change.kind}`)}</Notice>;
  }
}
