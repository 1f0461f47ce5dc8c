import { type ReactElement, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { SaidLine } from './phone-view.ts';

const looks = {
  caller: 'self-start bg-surface-sunken',
  you: 'self-end bg-surface-selected',
};

/** Everything that was said in writing, newest at the end and in sight. */
export function Conversation({ said }: { readonly said: readonly SaidLine[] }): ReactElement {
  const { t } = useTranslation('customerPhone');
  const end = useRef<HTMLLIElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new line is what moves the end
  useEffect(() => {
    end.current?.scrollIntoView({ block: 'nearest' });
  }, [said.length]);
  return (
    <ol
      aria-label={t('conversation')}
      aria-live="polite"
      className="flex min-h-24 flex-1 flex-col gap-2 overflow-y-auto"
    >
      {said.length === 0 && <li className="text-pretty text-sm text-text-quiet">{t('silence')}</li>}
      {said.map((line) => (
        <li
          key={line.number}
          className={`flex max-w-[85%] flex-col rounded-md px-3 py-1.5 ${looks[line.speaker]}`}
        >
          <span className="text-text-quiet text-xs">{t(`speaker.${line.speaker}`)}</span>
          <span lang="ja">
            {line.text}
            {line.brokenOff && <span className="text-text-quiet">{t('brokenOff')}</span>}
          </span>
        </li>
      ))}
      <li ref={end} aria-hidden />
    </ol>
  );
}
