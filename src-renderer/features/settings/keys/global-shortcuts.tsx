import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { DesktopBridge, Shortcut, ShortcutChange, ShortcutOrder } from '../../../platform/desktop.ts';
import { Button } from '../../../ui/button.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { SettingsSection } from '../settings-section.tsx';
import { type RefusedKeys, ShortcutRow } from './shortcut-row.tsx';

interface Answered {
  readonly data: ShortcutChange | undefined;
  readonly variables: ShortcutOrder | undefined;
}

const queryKey = ['desktop', 'shortcuts'];

/** The keys that work in every program, and what stands in their way. */
export function GlobalShortcuts({ bridge }: { readonly bridge: DesktopBridge }): ReactElement {
  const { t } = useTranslation(['settings', 'deviceSettings']);
  const cache = useQueryClient();
  const { data: shortcuts = [], isError } = useQuery({ queryKey, queryFn: () => bridge.shortcuts.list() });
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
          refused={set.variables?.command === shortcut.command ? refusalOf(set) : null}
          onChange={(accelerator) => set.mutate({ command: shortcut.command, accelerator })}
        />
      ))}
      {(isError || set.isError || reset.isError) && (
        <Notice tone="failed">{t('deviceSettings:server.noAnswer')}</Notice>
      )}
      <div>
        <Button tone="quiet" onClick={() => reset.mutate()}>
          {t('shortcuts.reset')}
        </Button>
      </div>
    </SettingsSection>
  );
}

function refusalOf({ data, variables }: Answered): RefusedKeys | null {
  if (data === undefined || data.kind === 'changed') return null;
  const accelerator = variables?.accelerator ?? null;
  return accelerator === null ? null : { accelerator, why: data };
}
