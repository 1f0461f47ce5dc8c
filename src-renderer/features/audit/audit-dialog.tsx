import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { AuditEntry } from '../../../backend/contract/audit.ts';
import { formatInZone } from '../../platform/times.ts';
import { useLanguage } from '../../platform/use-language.ts';
import { Button, buttonClass } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { recordPlaceOf } from './audit-place.ts';
import { factChanges, isErased } from './fact-changes.ts';
import { useEntryWords } from './use-entry-words.ts';
import { useFactWords } from './use-fact-words.ts';

interface AuditDialogProps {
  readonly entry: AuditEntry;
  readonly timeZone: string;
  readonly onOnlyRecord: () => void;
  readonly onClose: () => void;
}

/** One change, whole: from what to what, by whom and from where. */
export function AuditDialog({ entry, timeZone, onOnlyRecord, onClose }: AuditDialogProps): ReactElement {
  const { t } = useTranslation(['audit', 'shell']);
  const language = useLanguage();
  const words = useEntryWords();
  const place = recordPlaceOf(entry);
  return (
    <Dialog title={words.actionOf(entry)} closeLabel={t('shell:close')} onClose={onClose}>
      <div className="flex flex-col gap-3 text-sm">
        <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1">
          <Fact name={words.subjectOf(entry)}>{words.nameOf(entry) || entry.subjectId}</Fact>
          <Fact name={t('at')}>{formatInZone(entry.at, timeZone, language)}</Fact>
          <Fact name={t('by')}>{words.actorOf(entry)}</Fact>
          {entry.actor !== null && <Fact name={t('origin')}>{entry.origin ?? t('originUnknown')}</Fact>}
        </dl>
        <Changes entry={entry} />
        <div className="flex flex-wrap gap-2">
          {place !== null && (
            <Link href={place} onClick={onClose} className={buttonClass({ tone: 'primary', size: 'medium' })}>
              {t('openRecord')}
            </Link>
          )}
          <Button onClick={onOnlyRecord}>{t('onlyRecord')}</Button>
        </div>
      </div>
    </Dialog>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }): ReactElement {
  return (
    <>
      <dt className="text-text-quiet">{name}</dt>
      <dd className="break-words">{children}</dd>
    </>
  );
}

function Changes({ entry: { before, after } }: Pick<AuditDialogProps, 'entry'>): ReactElement {
  const { t } = useTranslation('audit');
  const words = useFactWords();
  if (isErased(before, after)) return <p className="text-text-quiet">{t('erasedFacts')}</p>;
  const changes = factChanges(before, after);
  if (changes.length === 0) return <p className="text-text-quiet">{t('noFacts')}</p>;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached with the keyboard
    <section tabIndex={0} aria-label={t('detail')} className="max-h-72 overflow-auto">
      <table className="w-full table-fixed text-left">
        <thead className="text-text-quiet text-xs">
          <tr className="border-line-quiet border-b">
            <th className="w-1/4 py-1 pr-2 font-normal">{t('field')}</th>
            <th className="py-1 pr-2 font-normal">{t('before')}</th>
            <th className="py-1 font-normal">{t('after')}</th>
          </tr>
        </thead>
        <tbody>
          {changes.map(({ path, before: was, after: is }) => (
            <tr key={path.join('.')} className="border-line-quiet border-b align-top">
              <th scope="row" className="break-words py-1 pr-2 font-normal text-text-quiet">
                {words.nameOf(path)}
              </th>
              <td className="whitespace-pre-wrap break-words py-1 pr-2">{words.valueOf(path, was)}</td>
              <td className="whitespace-pre-wrap break-words py-1">{words.valueOf(path, is)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
