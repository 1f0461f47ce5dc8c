import { X } from 'lucide-react';
import { type KeyboardEvent, type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Shortcut, ShortcutChange } from '../../../platform/desktop.ts';
import { modifierName } from '../../../platform/keyboard.ts';
import { pressedAccelerator } from '../../../platform/pressed-accelerator.ts';
import { Button } from '../../../ui/button.tsx';
import { Kbd } from '../../../ui/kbd.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { SettingRow } from '../setting-row.tsx';

/** Keys that were pressed and could not be had. */
export interface RefusedKeys {
  readonly accelerator: string;
  readonly why: Exclude<ShortcutChange, { readonly kind: 'changed' }>;
}

interface ShortcutRowProps {
  readonly shortcut: Shortcut;
  readonly refused: RefusedKeys | null;
  /** Null switches the key off. */
  readonly onChange: (accelerator: string | null) => void;
}

/** A command and its key; the next keys that are pressed become the new ones. */
export function ShortcutRow({ shortcut, refused, onChange }: ShortcutRowProps): ReactElement {
  const { t } = useTranslation('settings');
  const [listening, setListening] = useState(false);
  const label = t(`shortcuts.${shortcut.command}`);

  const onKeyDown = (event: KeyboardEvent): void => {
    if (!listening) return;
    event.preventDefault();
    const accelerator = pressedAccelerator(event, modifierName === '⌘');
    if (accelerator !== null || event.key === 'Escape') setListening(false);
    if (accelerator !== null) onChange(accelerator);
  };
  return (
    <div className="flex flex-col gap-1.5">
      <SettingRow label={label}>
        <span className="flex items-center gap-1" data-owns-keys={listening || undefined}>
          <Button
            aria-label={`${label}: ${shortcut.keys ?? t('shortcuts.none')}`}
            aria-pressed={listening}
            onClick={() => setListening(!listening)}
            onBlur={() => setListening(false)}
            onKeyDown={onKeyDown}
          >
            {listening ? t('shortcuts.press') : <Keys keys={shortcut.keys} />}
          </Button>
          <Button
            tone="quiet"
            size="icon"
            aria-label={`${t('shortcuts.switchOff')}: ${label}`}
            title={t('shortcuts.switchOff')}
            disabled={shortcut.keys === null}
            onClick={() => onChange(null)}
          >
            <X aria-hidden className="size-3.5" />
          </Button>
        </span>
      </SettingRow>
      {refused !== null && <Refusal {...refused} />}
      {refused === null && shortcut.state === 'taken' && (
        <Notice tone="warning">{t('shortcuts.takenHint', { keys: shortcut.keys ?? '' })}</Notice>
      )}
    </div>
  );
}

function Refusal({ accelerator, why }: RefusedKeys): ReactElement {
  const { t } = useTranslation('settings');
  const keys = accelerator.replace('CommandOrControl', modifierName);
  const command = why.kind === 'ours' ? t(`shortcuts.${why.command}`) : '';
  return <Notice tone="failed">{t(`shortcuts.${why.kind}`, { keys, command })}</Notice>;
}

function Keys({ keys }: { readonly keys: string | null }): ReactElement {
  const { t } = useTranslation('settings');
  return keys === null ? <span className="text-text-quiet">{t('shortcuts.none')}</span> : <Kbd>{keys}</Kbd>;
}
