import { type ReactElement, useEffect, useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/button.tsx';
import { CopyButton } from '../../../ui/copy-button.tsx';

interface BackupCodeNoteProps {
  readonly codes: readonly string[];
  readonly onClose: () => void;
}

/** Nobody can show them again: what closes it, throws them away. */
export function BackupCodeNote({ codes, onClose }: BackupCodeNoteProps): ReactElement {
  const { t } = useTranslation('security');
  const title = useId();
  const close = useRef<HTMLButtonElement>(null);
  useEffect(() => close.current?.focus(), []);
  return (
    <section
      aria-labelledby={title}
      className="flex flex-col gap-2 rounded-sm border border-accent bg-surface-sunken p-3"
    >
      <div className="flex items-center gap-1">
        <h3 id={title} className="font-medium text-sm">
          {t('factor.codes')}
        </h3>
        <CopyButton label={t('factor.copyCodes')} text={() => codes.join('\n')} />
      </div>
      <p className="text-pretty text-sm">{t('factor.codesHint')}</p>
      <ul aria-labelledby={title} className="grid max-w-80 grid-cols-2 gap-x-6 gap-y-1 text-sm">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <div>
        <Button ref={close} size="small" onClick={onClose}>
          {t('factor.close')}
        </Button>
      </div>
    </section>
  );
}
