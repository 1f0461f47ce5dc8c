import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { Notice } from '../../ui/notice.tsx';
import { ImportNumbersForm } from './import-numbers-form.tsx';
import { type ImportedNumbers, useImportNumbers } from './use-import-numbers.ts';

const mostProblems = 50;

/** Blocks a whole list of numbers, and says which of its lines were none. */
export function ImportNumbersDialog({ onClose }: { readonly onClose: () => void }): ReactElement {
  const { t } = useTranslation(['doNotCall', 'shell']);
  const { start, progress, state, error, reset } = useImportNumbers();
  return (
    <Dialog title={t('importTitle')} closeLabel={t('shell:close')} onClose={onClose}>
      <div className="flex flex-col gap-3">
        {(state === 'idle' || state === 'running') && (
          <ImportNumbersForm busy={state === 'running'} onSubmit={start} onCancel={onClose} />
        )}
        {state === 'running' && progress !== null && (
          <p role="status" className="text-sm">
            {t('importing', { done: progress.done, lines: progress.lines })}
          </p>
        )}
        {state === 'stopped' && error !== null && <FailureNotice error={error} />}
        {state === 'stopped' && progress !== null && progress.done > 0 && (
          <Notice tone="warning">{t('stopped', { done: progress.done })}</Notice>
        )}
        {(state === 'done' || state === 'stopped') && progress !== null && <Outcome imported={progress} />}
        {(state === 'done' || state === 'stopped') && (
          <div className="flex gap-2">
            <Button tone="primary" onClick={onClose}>
              {t('close')}
            </Button>
            <Button onClick={reset}>{t('importMore')}</Button>
          </div>
        )}
      </div>
    </Dialog>
  );
}

function Outcome({ imported }: { readonly imported: ImportedNumbers }): ReactElement {
  const { t } = useTranslation(['doNotCall', 'shell']);
  const { added, known, problems } = imported;
  const more = problems.length - mostProblems;
  return (
    <>
      <Notice tone="done">
        {known === 0
          ? t('imported', { added })
          : t('shell:sentences', { first: t('imported', { added }), second: t('known', { known }) })}
      </Notice>
      {problems.length > 0 && (
        <>
          <Notice tone="warning">{t('problems', { number: problems.length })}</Notice>
          <ul className="max-h-48 overflow-y-auto text-sm">
            {problems.slice(0, mostProblems).map(({ line, value }) => (
              <li key={line} className="truncate py-0.5">
                {t('problem', { line, value })}
              </li>
            ))}
            {more > 0 && <li className="py-0.5 text-text-quiet">{t('moreProblems', { number: more })}</li>}
          </ul>
        </>
      )}
    </>
  );
}
