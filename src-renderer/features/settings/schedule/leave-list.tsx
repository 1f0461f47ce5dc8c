import { Plus, X } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/button.tsx';
import { lineClass } from '../../../ui/field.tsx';
import { useRowKeys } from '../../../ui/use-row-keys.ts';
import type { ScheduleDraft } from './schedule-draft.ts';

type Leave = ScheduleDraft['leave'][number];

interface LeaveListProps {
  readonly leave: readonly Leave[];
  readonly problemOf: (index: number) => string | undefined;
  readonly onChange: (leave: readonly Leave[]) => void;
}

/** Days off besides the weekly ones. */
export function LeaveList({ leave, problemOf, onChange }: LeaveListProps): ReactElement {
  const { t } = useTranslation('schedule');
  const rows = useRowKeys(leave.length);
  const remove = (index: number): void => {
    rows.remove(index);
    onChange(leave.filter((_, place) => place !== index));
  };
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="mb-1 font-medium text-sm">{t('leave')}</legend>
      {leave.length === 0 && <p className="text-text-quiet text-xs">{t('noLeave')}</p>}
      {leave.map((one, index) => (
        <LeaveRow
          key={rows.keys[index]}
          number={index + 1}
          leave={one}
          problem={problemOf(index)}
          onChange={(changed) => onChange(leave.map((other, place) => (place === index ? changed : other)))}
          onRemove={() => remove(index)}
        />
      ))}
      <div>
        <Button size="small" onClick={() => onChange([...leave, { from: '', to: '', note: '' }])}>
          <Plus aria-hidden className="size-3.5" />
          {t('addLeave')}
        </Button>
      </div>
    </fieldset>
  );
}

interface LeaveRowProps {
  readonly number: number;
  readonly leave: Leave;
  readonly problem: string | undefined;
  readonly onChange: (leave: Leave) => void;
  readonly onRemove: () => void;
}

function LeaveRow({ number, leave, problem, onChange, onRemove }: LeaveRowProps): ReactElement {
  const { t } = useTranslation('schedule');
  const invalid = problem === undefined ? undefined : true;
  return (
    <div className="flex flex-col gap-1">
      <div className="flex flex-wrap items-center gap-1.5">
        <input
          type="date"
          aria-label={t('leaveFrom', { number })}
          aria-invalid={invalid}
          value={leave.from}
          onChange={(event) => onChange({ ...leave, from: event.target.value })}
          className={`w-36! ${lineClass}`}
        />
        <span aria-hidden>–</span>
        <input
          type="date"
          aria-label={t('leaveTo', { number })}
          aria-invalid={invalid}
          min={leave.from}
          value={leave.to}
          onChange={(event) => onChange({ ...leave, to: event.target.value })}
          className={`w-36! ${lineClass}`}
        />
        <input
          aria-label={t('leaveNote', { number })}
          placeholder={t('notePlaceholder')}
          value={leave.note}
          onChange={(event) => onChange({ ...leave, note: event.target.value })}
          className={`w-44! ${lineClass}`}
        />
        <Button size="icon" tone="quiet" aria-label={t('removeLeave', { number })} onClick={onRemove}>
          <X aria-hidden className="size-4" />
        </Button>
      </div>
      {problem !== undefined && (
        <p role="alert" className="text-state-failed text-xs">
          {problem}
        </p>
      )}
    </div>
  );
}
