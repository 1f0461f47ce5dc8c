import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { lineClass } from '../../../ui/field.tsx';
import type { SpanDraft } from './schedule-draft.ts';

interface SpanFieldsProps {
  /** Of what, for who hears it. */
  readonly name: string;
  readonly span: SpanDraft;
  readonly invalid: boolean;
  readonly onChange: (span: SpanDraft) => void;
}

/** From when to when. */
export function SpanFields({ name, span: { from, to }, invalid, onChange }: SpanFieldsProps): ReactElement {
  const { t } = useTranslation('schedule');
  return (
    <span className="inline-flex items-center gap-1.5 tabular-nums">
      <input
        type="time"
        aria-label={t('from', { name })}
        aria-invalid={invalid || undefined}
        value={from}
        onChange={(event) => onChange({ from: event.target.value, to })}
        className={`w-32! ${lineClass}`}
      />
      <span aria-hidden>–</span>
      <input
        type="time"
        aria-label={t('to', { name })}
        aria-invalid={invalid || undefined}
        value={to}
        onChange={(event) => onChange({ from, to: event.target.value })}
        className={`w-32! ${lineClass}`}
      />
    </span>
  );
}
