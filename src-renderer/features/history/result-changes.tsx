import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallSession, RecordedResult, ResultChange } from '../../../backend/contract/calls.ts';
import { usePlatform } from '../../platform/platform-context.ts';
import { queryKeys } from '../../platform/query-keys.ts';
import { formatDay } from '../../platform/times.ts';
import { useLanguage } from '../../platform/use-language.ts';
import { Notice } from '../../ui/notice.tsx';
import { ResultMark } from '../../ui/result-mark.tsx';

/** Who changed the result of the call, when, and what it was before; nothing where nobody has. */
export function ResultChanges({ call }: { readonly call: CallSession }): ReactElement | null {
  const { t } = useTranslation('history');
  const { api } = usePlatform();
  const { result, resultReason, nextAction, note } = call;
  const changes = useQuery({
    // Asked for again when there is another result.
    queryKey: [...queryKeys.resultChanges(call.id), { result, resultReason, nextAction, note }],
    queryFn: () => api.resultChanges(call.id),
    placeholderData: (previous) => previous,
  });
  if (changes.isError) {
    return (
      <div className="border-line-quiet border-t px-4 py-2">
        <Notice tone="warning">{t('changes.failed')}</Notice>
      </div>
    );
  }
  const list = changes.data ?? [];
  if (list.length === 0) return null;
  return (
    <section
      aria-label={t('changes.title')}
      className="flex flex-col gap-2 border-line-quiet border-t bg-surface-sunken px-4 py-3"
    >
      <h3 className="font-medium text-text-quiet text-xs">{t('changes.title')}</h3>
      <ol className="flex flex-col gap-2">
        {list.map((change) => (
          <Change key={`${change.at}-${change.by?.id ?? ''}`} change={change} />
        ))}
      </ol>
    </section>
  );
}

function Change({ change: { at, by, before, after } }: { readonly change: ResultChange }): ReactElement {
  const { t } = useTranslation('history');
  const { clock } = usePlatform();
  const language = useLanguage();
  return (
    <li className="text-sm">
      <p className="flex flex-wrap gap-x-3 text-text-quiet text-xs">
        <time dateTime={at}>{formatDay(at, clock.now(), language)}</time>
        <span>{by === null ? t('changes.itself') : t('changes.by', { name: by.name })}</span>
      </p>
      <Recorded recorded={after} />
      <div className="ml-3 border-line-quiet border-l-2 pl-2 text-text-quiet">
        <span className="text-xs">{t('changes.was')}</span>
        <Recorded recorded={before} />
      </div>
    </li>
  );
}

function Recorded({ recorded }: { readonly recorded: RecordedResult }): ReactElement {
  const { t } = useTranslation(['history', 'result', 'vocabulary']);
  const { clock } = usePlatform();
  const language = useLanguage();
  const { result, nextAction, note } = recorded;
  const planned = nextAction !== null && nextAction.kind !== 'none' ? nextAction : null;
  return (
    <p className="flex flex-wrap items-center gap-x-3">
      {result === null ? <span>{t('changes.none')}</span> : <ResultMark result={result} />}
      {planned !== null && (
        <span>
          {t(`vocabulary:nextAction.${planned.kind}`)}
          {planned.at !== null && ` ${formatDay(planned.at, clock.now(), language)}`}
        </span>
      )}
      {note !== '' && <span className="whitespace-pre-wrap">{note}</span>}
    </p>
  );
}
