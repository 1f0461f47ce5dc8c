import { MessageSquareText, X } from 'lucide-react';
import { type ReactElement, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { shortestPhrase } from './history-place.ts';

interface PhraseFieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** For words that somebody said. Escape empties it, and leaves it when it is empty. */
export function PhraseField({ value, onChange }: PhraseFieldProps): ReactElement {
  const { t } = useTranslation('history');
  const hint = useId();
  const short = value !== '' && value.trim().length < shortestPhrase;
  return (
    <div className="relative min-w-44 flex-1 basis-44">
      <MessageSquareText aria-hidden className="absolute top-1.5 left-2 size-4 text-text-quiet" />
      <input
        type="search"
        aria-label={t('phrase')}
        aria-describedby={short ? hint : undefined}
        placeholder={t('phrase')}
        maxLength={100}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || event.nativeEvent.isComposing) return;
          if (value === '') event.currentTarget.blur();
          else onChange('');
        }}
        className="h-7 w-full rounded-sm border border-line bg-surface-raised pr-8 pl-8 text-ellipsis text-sm [&::-webkit-search-cancel-button]:hidden"
      />
      {value !== '' && (
        <button
          type="button"
          aria-label={t('clearPhrase')}
          className="absolute inset-y-0 right-0 flex w-7 items-center justify-center rounded-sm text-text-quiet hover:text-text"
          onClick={() => onChange('')}
        >
          <X aria-hidden className="size-3.5" />
        </button>
      )}
      {short && (
        <p id={hint} className="mt-0.5 text-text-quiet text-xs">
          {t('phraseTooShort')}
        </p>
      )}
    </div>
  );
}
