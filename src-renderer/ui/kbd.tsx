import { Fragment, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';

/** A key, shown beside what it does. Screen readers are told through `aria-keyshortcuts` instead. */
export function Kbd({ children }: { readonly children: string }): ReactElement {
  return (
    <kbd
      aria-hidden
      className="inline-flex h-[18px] min-w-[18px] items-center justify-center rounded-[4px] border border-current/40 px-1 font-sans text-xs leading-none"
    >
      {children}
    </kbd>
  );
}

/** Keys that are pressed one after the other. */
export function KeySequence({ keys }: { readonly keys: readonly string[] }): ReactElement {
  const { t } = useTranslation('shell');
  return (
    <span className="inline-flex items-center gap-1">
      {keys.map((key, place) => (
        <Fragment key={key}>
          {place > 0 && (
            <span aria-hidden className="text-text-quiet text-xs">
              {t('keys.after')}
            </span>
          )}
          <Kbd>{key}</Kbd>
        </Fragment>
      ))}
    </span>
  );
}
