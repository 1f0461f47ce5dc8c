import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TemplateHistory as History, Template } from '../../../../backend/contract/templates.ts';
import { usePlatform } from '../../../platform/platform-context.ts';
import { queryKeys } from '../../../platform/query-keys.ts';
import type { WhoseTexts } from '../../../platform/settings-api.ts';
import { formatDay } from '../../../platform/times.ts';
import { useLanguage } from '../../../platform/use-language.ts';
import { Button } from '../../../ui/button.tsx';
import { FailureNotice } from '../../../ui/failure-notice.tsx';
import { TextDiff } from './text-diff.tsx';

interface TemplateHistoryProps {
  readonly whose: WhoseTexts;
  readonly template: Template;
  /** As it is being written. */
  readonly text: string;
  readonly onRestore: (text: string) => void;
}

/** What a reply said before, with the way back to it. */
export function TemplateHistory(props: TemplateHistoryProps): ReactElement {
  const { t } = useTranslation('templates');
  const [open, setOpen] = useState(false);
  return (
    <div className="flex flex-col gap-2">
      <div>
        <Button size="small" tone="quiet" aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? t('history.close') : t('history.open')}
        </Button>
      </div>
      {open && <Entries {...props} />}
    </div>
  );
}

function Entries({ whose, template, text, onRestore }: TemplateHistoryProps): ReactElement | null {
  const { t } = useTranslation('templates');
  const { api } = usePlatform();
  const history = useQuery({
    queryKey: queryKeys.templateHistory(whose, template.key),
    queryFn: () => api.templateHistory(whose, template.key),
    staleTime: 0,
  });
  if (history.isError) return <FailureNotice error={history.error} />;
  if (history.data === undefined) return null;
  return (
    <ol aria-label={t('history.title')} className="flex flex-col">
      {history.data.map((entry, index) => (
        <li
          key={`${entry.savedAt}-${entry.version}`}
          className="flex flex-col gap-1 border-line-quiet border-t py-2"
        >
          <div className="flex flex-wrap items-center justify-between gap-2">
            <EntryHeading entry={entry} inForce={index === 0} />
            {entry.text !== text && (
              <Button size="small" onClick={() => onRestore(entry.text)}>
                {t('history.restore')}
              </Button>
            )}
          </div>
          <TextDiff
            from={history.data[index + 1]?.text ?? entry.text}
            to={entry.text}
            language={template.language}
          />
        </li>
      ))}
    </ol>
  );
}

interface EntryHeadingProps {
  readonly entry: History['entries'][number];
  readonly inForce: boolean;
}

function EntryHeading({ entry: { savedAt, savedBy, source }, inForce }: EntryHeadingProps): ReactElement {
  const { t } = useTranslation('templates');
  const { clock } = usePlatform();
  const language = useLanguage();
  const when = savedAt === null ? t('history.first') : formatDay(savedAt, clock.now(), language);
  return (
    <p className="text-text-quiet text-xs tabular-nums">
      {[
        when,
        savedBy?.name,
        source === 'own' ? null : t(`history.${source}`),
        inForce ? t('history.inForce') : null,
      ]
        .filter((part) => part !== null && part !== undefined)
        .join(' · ')}
    </p>
  );
}
