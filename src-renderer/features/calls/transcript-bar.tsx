import { ChevronDown, ChevronUp, Search, X } from 'lucide-react';
import { type ReactElement, type ReactNode, type RefObject, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isComposing, modifierName, useKeys } from '../../platform/keyboard.ts';
import { Button } from '../../ui/button.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { plainLine, useLineWords } from './transcript-words.ts';
import type { TranscriptSearch } from './use-transcript-search.ts';

interface TranscriptBarProps {
  readonly search: TranscriptSearch;
  readonly field: RefObject<HTMLInputElement | null>;
  /** The whole transcript as text. */
  readonly wholeText: () => string;
  readonly disabled: boolean;
  readonly onClose: () => void;
}

/** Above a transcript: search in it, and copy it. The search takes the bar's place, so that nothing moves. */
export function TranscriptBar({
  search,
  field,
  wholeText,
  disabled,
  onClose,
}: TranscriptBarProps): ReactElement {
  const { t } = useTranslation('transcript');
  // One that was there from the beginning leaves the focus to the list that it came from.
  const [opened, setOpened] = useState(false);
  const open = (): void => {
    setOpened(true);
    search.search(search.text ?? '');
  };
  // With the focus in the field the browser's own search comes.
  useKeys(disabled ? {} : { 'mod+f': open });
  return (
    <div className="flex h-9 shrink-0 items-center gap-1 border-line-quiet border-b pr-2.5 pl-4">
      {search.text === null ? (
        <>
          <h3 className="flex-1 font-medium text-text-quiet text-xs">{t('label')}</h3>
          <IconButton
            label={t('search.open')}
            title={`${t('search.open')} (${modifierName}+F)`}
            disabled={disabled}
            onClick={open}
          >
            <Search aria-hidden className="size-3.5" />
          </IconButton>
          <CopyButton label={t('copyWhole')} text={wholeText} disabled={disabled} />
        </>
      ) : (
        <SearchControls
          search={search}
          text={search.text}
          field={field}
          takesFocus={opened}
          onClose={onClose}
        />
      )}
    </div>
  );
}

interface SearchControlsProps extends Pick<TranscriptBarProps, 'search' | 'field' | 'onClose'> {
  readonly text: string;
  readonly takesFocus: boolean;
}

/** Enter goes on to the next hit, Shift+Enter back, Escape closes. */
function SearchControls({ search, text, field, takesFocus, onClose }: SearchControlsProps): ReactElement {
  const { t } = useTranslation('transcript');
  const words = useLineWords();
  const { current, hits, move, position } = search;
  useEffect(() => {
    if (takesFocus) field.current?.focus();
  }, [field, takesFocus]);
  return (
    // biome-ignore lint/a11y/useSemanticElements: `<search>` is not known to all of our browsers' assistive technology
    <div role="search" className="flex min-w-0 flex-1 items-center gap-1">
      <Search aria-hidden className="mr-1 size-3.5 shrink-0 text-text-quiet" />
      <input
        ref={field}
        type="search"
        aria-label={t('search.label')}
        placeholder={t('search.label')}
        value={text}
        onChange={(event) => search.search(event.target.value)}
        onKeyDown={(event) => {
          if (isComposing(event.nativeEvent)) return;
          if (event.key === 'Enter') move(event.shiftKey ? -1 : 1);
          if (event.key === 'Escape') onClose();
        }}
        className="h-7 min-w-0 flex-1 rounded-sm bg-transparent px-1.5 text-sm [&::-webkit-search-cancel-button]:hidden"
      />
      <p role="status" className="whitespace-nowrap px-1 text-text-quiet text-xs">
        {text.trim() !== '' &&
          (hits.length === 0 ? t('search.none') : t('search.hits', { position, number: hits.length }))}
      </p>
      <IconButton label={t('search.previous')} disabled={hits.length === 0} onClick={() => move(-1)}>
        <ChevronUp aria-hidden className="size-4" />
      </IconButton>
      <IconButton label={t('search.next')} disabled={hits.length === 0} onClick={() => move(1)}>
        <ChevronDown aria-hidden className="size-4" />
      </IconButton>
      <CopyButton
        label={t('search.copyHit')}
        text={() => (current === null ? '' : plainLine(words(current)))}
        disabled={current === null}
      />
      <IconButton label={t('search.close')} onClick={onClose}>
        <X aria-hidden className="size-4" />
      </IconButton>
    </div>
  );
}

interface IconButtonProps {
  readonly label: string;
  readonly title?: string;
  readonly disabled?: boolean;
  readonly onClick: () => void;
  readonly children: ReactNode;
}

function IconButton({ label, title = label, ...rest }: IconButtonProps): ReactElement {
  return <Button tone="quiet" size="icon" aria-label={label} title={title} {...rest} />;
}
