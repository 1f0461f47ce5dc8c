import { type FormEvent, type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';
import { lineClass } from '../../ui/field.tsx';

const LONGEST = 500;

/** Speaks what is typed. */
export function Composer({ onSay }: { readonly onSay: (text: string) => void }): ReactElement {
  const { t } = useTranslation('customerPhone');
  const [text, setText] = useState('');
  const say = (event: FormEvent): void => {
    event.preventDefault();
    if (text.trim() === '') return;
    onSay(text.trim());
    setText('');
  };
  return (
    <form onSubmit={say} className="flex gap-2">
      <input
        aria-label={t('say')}
        placeholder={t('sayHint')}
        lang="ja"
        maxLength={LONGEST}
        value={text}
        onChange={(event) => setText(event.target.value)}
        className={lineClass}
      />
      <Button type="submit" tone="primary">
        {t('send')}
      </Button>
    </form>
  );
}
