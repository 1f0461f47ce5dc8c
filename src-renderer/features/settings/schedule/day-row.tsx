import { Plus, X } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/button.tsx';
import { useRowKeys } from '../../../ui/use-row-keys.ts';
import { type DayDraft, isWholeDay, type SpanDraft, withBreak, withWholeDay } from './schedule-draft.ts';
import { SpanFields } from './span-fields.tsx';

const mostBreaks = 4;

interface DayRowProps {
  readonly name: string;
  readonly day: DayDraft;
  readonly problem: string | undefined;
  readonly onChange: (day: DayDraft) => void;
}

/** One weekday: whether it is worked on, from when to when, and its breaks. */
export function DayRow({ name, day, problem, onChange }: DayRowProps): ReactElement {
  const { t } = useTranslation('schedule');
  return (
    <li className="flex flex-wrap items-start gap-x-3 gap-y-1.5 border-line-quiet border-b py-2 last:border-b-0">
      <label className="flex h-8 w-14 items-center strip:w-20 gap-2 font-medium text-sm">
        <input
          type="checkbox"
          checked={day.works}
          onChange={(event) => onChange({ ...day, works: event.target.checked })}
          className="accent-accent"
        />
        {name}
      </label>
      {day.works ? (
        <div className="flex min-w-0 flex-1 flex-col gap-1.5">
          <div className="flex flex-wrap items-center gap-2">
            {!isWholeDay(day) && (
              <SpanFields
                name={t('hoursOf', { day: name })}
                span={day}
                invalid={problem !== undefined}
                onChange={(span) => onChange({ ...day, ...span })}
              />
            )}
            <WholeDay name={name} day={day} onChange={onChange} />
            <Button
              size="small"
              tone="quiet"
              aria-label={t('addBreakOn', { day: name })}
              disabled={day.breaks.length >= mostBreaks}
              onClick={() => onChange(withBreak(day))}
            >
              <Plus aria-hidden className="size-3.5" />
              {t('addBreak')}
            </Button>
          </div>
          <Breaks name={name} day={day} invalid={problem !== undefined} onChange={onChange} />
          {problem !== undefined && (
            <p role="alert" className="text-state-failed text-xs">
              {problem}
            </p>
          )}
        </div>
      ) : (
        <span className="flex h-8 items-center text-sm text-text-quiet">{t('dayOff')}</span>
      )}
    </li>
  );
}

/** In place of two midnights, which say nothing at a glance. */
function WholeDay({ name, day, onChange }: Omit<DayRowProps, 'problem'>): ReactElement {
  const { t } = useTranslation('schedule');
  return (
    <label className="flex h-8 items-center gap-2 text-sm">
      <input
        type="checkbox"
        aria-label={t('wholeDayOn', { day: name })}
        checked={isWholeDay(day)}
        onChange={(event) => onChange(withWholeDay(day, event.target.checked))}
        className="accent-accent"
      />
      {t('wholeDay')}
    </label>
  );
}

interface BreaksProps {
  readonly name: string;
  readonly day: DayDraft;
  readonly invalid: boolean;
  readonly onChange: (day: DayDraft) => void;
}

function Breaks({ name, day, invalid, onChange }: BreaksProps): ReactElement[] {
  const { t } = useTranslation('schedule');
  const rows = useRowKeys(day.breaks.length);
  const change = (place: number, changed: SpanDraft): void =>
    onChange({ ...day, breaks: day.breaks.with(place, changed) });
  const remove = (place: number): void => {
    rows.remove(place);
    onChange({ ...day, breaks: day.breaks.toSpliced(place, 1) });
  };
  return day.breaks.map((span, index) => (
    <div key={rows.keys[index]} className="flex flex-wrap items-center gap-2">
      <span aria-hidden className="text-text-quiet text-xs">
        {t('break')}
      </span>
      <SpanFields
        name={t('breakOf', { day: name, number: index + 1 })}
        span={span}
        invalid={invalid}
        onChange={(changed) => change(index, changed)}
      />
      <Button
        size="icon"
        tone="quiet"
        aria-label={t('removeBreak', { day: name, number: index + 1 })}
        onClick={() => remove(index)}
      >
        <X aria-hidden className="size-4" />
      </Button>
    </div>
  ));
}
