import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type {
  ImportAnalysis,
  ImportField,
  ImportSettings,
} from '../../../../backend/contract/customer-imports.ts';
import { useConnectionLost } from '../../../platform/use-connection-lost.ts';
import { Button } from '../../../ui/button.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Switch } from '../../../ui/switch.tsx';
import { type ColumnsProblem, columnsProblem } from './import-columns.ts';
import { ImportColumnsTable } from './import-columns-table.tsx';
import { ImportRules } from './import-rules.tsx';

interface ImportMappingProps {
  readonly analysis: ImportAnalysis;
  /** Those it was checked with before. */
  readonly settings: ImportSettings | null;
  readonly busy: boolean;
  readonly onCheck: (settings: ImportSettings) => void;
}

/** What each column holds, and what becomes of customers who are there already. */
export function ImportMapping({ analysis, settings, busy, onCheck }: ImportMappingProps): ReactElement {
  const { t } = useTranslation('customerImports');
  const lost = useConnectionLost();
  const [chosen, setChosen] = useState<ImportSettings>(settings ?? guessOf(analysis));
  const change = (changes: Partial<ImportSettings>): void => setChosen({ ...chosen, ...changes });
  const choose = (column: number, field: ImportField | null): void =>
    change({ columns: chosen.columns.map((before, at) => (at === column ? field : before)) });
  const problem = useProblemWords()(columnsProblem(chosen.columns));
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <div className="min-h-0 flex-1 overflow-y-auto">
        <div className="mx-auto flex w-full max-w-200 flex-col gap-4 px-4 py-3">
          <div>
            <h2 className="font-semibold text-base">{t('mapping.title')}</h2>
            <p className="text-sm text-text-quiet">{t('mapping.lead')}</p>
          </div>
          {analysis.repeatedNames.length > 0 && (
            <Notice tone="warning">
              {t('mapping.repeated', { names: analysis.repeatedNames.join(', ') })}
            </Notice>
          )}
          <Switch
            label={t('mapping.header')}
            hint={t('mapping.headerHint')}
            checked={chosen.hasHeader}
            onChange={(hasHeader) => change({ hasHeader })}
          />
          <ImportColumnsTable analysis={analysis} settings={chosen} onChoose={choose} />
          <ImportRules settings={chosen} onChange={change} />
        </div>
      </div>
      <footer className="flex flex-wrap items-center gap-3 border-line-quiet border-t px-4 py-2">
        <Button
          tone="primary"
          busy={busy}
          disabled={lost || problem !== null}
          onClick={() => onCheck(chosen)}
        >
          {t('check')}
        </Button>
        <p
          role="status"
          className={problem === null ? 'text-sm text-text-quiet' : 'text-sm text-state-failed'}
        >
          {problem ?? t('checkHint')}
        </p>
      </footer>
    </div>
  );
}

function guessOf({ guess, hasHeader }: ImportAnalysis): ImportSettings {
  return { hasHeader, columns: [...guess], matchedBy: 'number', duplicates: 'skip', ownerId: null };
}

function useProblemWords(): (problem: ColumnsProblem | null) => string | null {
  const { t } = useTranslation('customerImports');
  return (problem) => {
    if (problem === null) return null;
    if (problem.type === 'twice') return t('mapping.twice', { field: t(`field.${problem.field}`) });
    return t('mapping.missing', { fields: problem.fields.map((field) => t(`field.${field}`)).join('・') });
  };
}
