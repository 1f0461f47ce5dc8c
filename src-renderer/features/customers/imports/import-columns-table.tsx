import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type ImportAnalysis,
  type ImportField,
  type ImportSettings,
  importFieldSchema,
} from '../../../../backend/contract/customer-imports.ts';
import { lineClass } from '../../../ui/field.tsx';
import { sampleOf } from './import-columns.ts';

interface ImportColumnsTableProps {
  readonly analysis: ImportAnalysis;
  readonly settings: ImportSettings;
  readonly onChoose: (column: number, field: ImportField | null) => void;
}

/** Each column of the file, with what stands in it, and what that is. */
export function ImportColumnsTable({ analysis, settings, onChoose }: ImportColumnsTableProps): ReactElement {
  const { t } = useTranslation('customerImports');
  return (
    <table className="w-full table-fixed text-left text-sm">
      <thead className="text-text-quiet text-xs">
        <tr className="border-line-quiet border-b">
          <th className="w-1/4 py-1 pr-3 font-normal">{t('mapping.columnHeading')}</th>
          <th className="py-1 pr-3 font-normal">{t('mapping.sample')}</th>
          <th className="w-48 py-1 font-normal">{t('mapping.field')}</th>
        </tr>
      </thead>
      <tbody>
        {settings.columns.map((field, column) => {
          const unnamed = t('mapping.column', { number: column + 1 });
          const name = (settings.hasHeader && analysis.firstRow[column]?.trim()) || unnamed;
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: a column of a file is known by its place alone
            <tr key={column} className="border-line-quiet border-b">
              <th scope="row" className="truncate py-1 pr-3 font-medium" title={name}>
                {name}
              </th>
              <td className="truncate py-1 pr-3 text-text-quiet">
                {sampleOf(analysis, column, settings.hasHeader).join(' ・ ')}
              </td>
              <td className="py-1">
                <FieldChoice
                  label={t('mapping.fieldOf', { column: name })}
                  field={field}
                  onChoose={(chosen) => onChoose(column, chosen)}
                />
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

interface FieldChoiceProps {
  readonly label: string;
  readonly field: ImportField | null;
  readonly onChoose: (field: ImportField | null) => void;
}

function FieldChoice({ label, field, onChoose }: FieldChoiceProps): ReactElement {
  const { t } = useTranslation('customerImports');
  return (
    <select
      aria-label={label}
      value={field ?? ''}
      onChange={(event) => onChoose(importFieldSchema.safeParse(event.target.value).data ?? null)}
      className={`${lineClass} ${field === null ? 'text-text-quiet' : ''}`}
    >
      <option value="">{t('mapping.ignored')}</option>
      {importFieldSchema.options.map((option) => (
        <option key={option} value={option}>
          {t(`field.${option}`)}
        </option>
      ))}
    </select>
  );
}
