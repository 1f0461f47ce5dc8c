import { type ReactElement, useEffect, useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Invitation } from '../../../../backend/contract/users.ts';
import { usePlatform } from '../../../platform/platform-context.ts';
import { formatDay } from '../../../platform/times.ts';
import { useLanguage } from '../../../platform/use-language.ts';
import { Button } from '../../../ui/button.tsx';
import { CopyButton } from '../../../ui/copy-button.tsx';
import { inputClass } from '../../../ui/field.tsx';

interface PasswordLinkNoteProps {
  readonly invitation: Invitation;
  readonly onClose: () => void;
}

/** A link to set a password. Nobody can show it again: what closes it, throws it away. */
export function PasswordLinkNote({ invitation, onClose }: PasswordLinkNoteProps): ReactElement {
  const { user, link } = invitation;
  const { t } = useTranslation('users');
  const { clock } = usePlatform();
  const language = useLanguage();
  const title = useId();
  const note = useRef<HTMLElement>(null);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    input.current?.focus();
    note.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  return (
    <section
      ref={note}
      aria-labelledby={title}
      className="flex flex-col gap-2 rounded-sm border border-accent bg-surface-sunken p-3"
    >
      <h3 id={title} className="font-medium text-sm">
        {t('link.title', { name: user.name })}
      </h3>
      <div className="flex items-center gap-2">
        <input
          ref={input}
          readOnly
          aria-label={t('link.label')}
          value={link.url}
          onFocus={({ target }) => selectFromEnd(target)}
          className={`min-w-0 flex-1 text-sm ${inputClass}`}
        />
        <CopyButton label={t('link.copy')} text={() => link.url} />
      </div>
      <p role="status" className="text-pretty text-text-quiet text-xs">
        {t('link.hint', { at: formatDay(link.expiresAt, clock.now(), language) })}
      </p>
      <div>
        <Button size="small" onClick={onClose}>
          {t('link.close')}
        </Button>
      </div>
    </section>
  );
}

/** Backwards, so that a link which is longer than the field shows whose it is, and not its random end. */
function selectFromEnd(input: HTMLInputElement): void {
  input.setSelectionRange(0, input.value.length, 'backward');
  input.scrollLeft = 0;
}
