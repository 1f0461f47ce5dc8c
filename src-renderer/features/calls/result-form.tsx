import { type ReactElement, useId } from 'react';
import { Controller, type UseFormReturn } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { type CallSession, nextActionSchema } from '../../../backend/contract/calls.ts';
import { callResultSchema } from '../../../backend/contract/vocabulary.ts';
import { useKeys } from '../../platform/keyboard.ts';
import { fromLocalInput } from '../../platform/local-date-time.ts';
import { usePlatform } from '../../platform/platform-context.ts';
import { formatAppointment } from '../../platform/times.ts';
import { useConnectionLost } from '../../platform/use-connection-lost.ts';
import { useLanguage } from '../../platform/use-language.ts';
import { Button } from '../../ui/button.tsx';
import { Choices } from '../../ui/choices.tsx';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { Field, inputClass, lineClass } from '../../ui/field.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import { Notice } from '../../ui/notice.tsx';
import { ResultMark } from '../../ui/result-mark.tsx';
import { draftProblemSchema, type ResultDraft, withAction, withTime } from './result-draft.ts';
import { useDraftTime, useResultForm, useSaveResult } from './use-result-form.ts';

interface ResultFormProps {
  readonly call: CallSession;
  readonly onSaved: () => void;
}

/** Result, next action and note of a finished call: filled in already, confirmed with one key. */
export function ResultForm({ call, onSaved }: ResultFormProps): ReactElement {
  const { t } = useTranslation('result');
  const form = useResultForm(call);
  const save = useSaveResult(call, form, onSaved);
  const problemOf = useProblemOf(form);
  const confirm = form.handleSubmit((draft) => save.mutate(draft));
  const propose = usePropose(form);
  const lost = useConnectionLost();
  const reason = useId();
  useKeys(lost ? {} : { Enter: () => void confirm() });

  return (
    <form noValidate onSubmit={(event) => void confirm(event)} className="flex flex-col gap-3">
      <Controller
        control={form.control}
        name="result"
        render={({ field }) => (
          <Choices
            label={t('result')}
            value={field.value}
            options={callResultSchema.options.map((value) => ({
              value,
              label: <ResultMark result={value} />,
            }))}
            onChange={(result) => propose(withAction, { result })}
          />
        )}
      />
      {problemOf('result') !== undefined && <Notice tone="failed">{problemOf('result')}</Notice>}
      <NextActionFields form={form} propose={propose} />
      <NoteField form={form} />
      {save.isError && <FailureNotice error={save.error} />}
      {/* In sight also where the fields above it have to be scrolled to. */}
      <div className="-mx-4 -my-2 sticky bottom-0 flex items-center gap-3 bg-surface-sunken px-4 py-2">
        <Button
          type="submit"
          tone="primary"
          size="large"
          busy={save.isPending}
          disabled={lost}
          aria-describedby={lost ? reason : undefined}
          aria-keyshortcuts="Enter"
        >
          {save.isPending ? t('confirming') : t('confirm')}
          <Kbd>Enter</Kbd>
        </Button>
        {lost && (
          <span id={reason} className="text-sm text-text-quiet">
            {t('notLive')}
          </span>
        )}
      </div>
    </form>
  );
}

/** What is wrong with a field, in words. */
function useProblemOf(
  form: UseFormReturn<ResultDraft>,
): (field: 'result' | 'action' | 'at') => string | undefined {
  const { t } = useTranslation('result');
  const { errors } = form.formState;
  return (field) => {
    const known = draftProblemSchema.safeParse(errors[field]?.message);
    return known.success ? t(`problem.${known.data}`) : undefined;
  };
}

type Propose = (proposal: typeof withAction, chosen: Partial<ResultDraft>) => void;

/** Takes a choice, and fills in what usually follows from it. */
function usePropose(form: UseFormReturn<ResultDraft>): Propose {
  const draftTime = useDraftTime();
  return (proposal, chosen) => {
    const { result, action, at } = proposal({ ...form.getValues(), ...chosen }, draftTime());
    form.setValue('result', result);
    form.setValue('action', action);
    form.setValue('at', at);
    form.clearErrors();
  };
}

interface FieldsProps {
  readonly form: UseFormReturn<ResultDraft>;
}

interface NextActionFieldsProps extends FieldsProps {
  readonly propose: Propose;
}

function NextActionFields({ form, propose }: NextActionFieldsProps): ReactElement {
  const { t } = useTranslation(['result', 'vocabulary']);
  const problemOf = useProblemOf(form);
  const appointment = useAppointmentWords();
  return (
    <div className="grid grid-cols-1 gap-3 strip:grid-cols-2">
      <Field label={t('nextAction')} problem={problemOf('action')}>
        {(control) => (
          <select
            {...control}
            {...form.register('action', { onChange: () => propose(withTime, {}) })}
            className={lineClass}
          >
            {nextActionSchema.shape.kind.options.map((kind) => (
              <option key={kind} value={kind}>
                {t(`vocabulary:nextAction.${kind}`)}
              </option>
            ))}
          </select>
        )}
      </Field>
      {form.watch('action') !== 'none' && (
        <Field label={t('at')} hint={appointment(form.watch('at'))} problem={problemOf('at')}>
          {(control) => (
            <input type="datetime-local" {...control} {...form.register('at')} className={lineClass} />
          )}
        </Field>
      )}
    </div>
  );
}

/** The browser writes a moment in its own language, so it stands below the field in the reader's. */
function useAppointmentWords(): (at: string) => string {
  const { clock } = usePlatform();
  const language = useLanguage();
  return (at) => {
    const instant = fromLocalInput(at);
    return instant === null ? '' : formatAppointment(instant, clock.now(), language);
  };
}

function NoteField({ form }: FieldsProps): ReactElement {
  const { t } = useTranslation('result');
  const problem = form.formState.errors.note && t('noteProblem');
  return (
    <Field label={t('note')} problem={problem}>
      {(control) => (
        <textarea
          rows={2}
          placeholder={t('noteHint')}
          {...control}
          {...form.register('note')}
          className={inputClass}
        />
      )}
    </Field>
  );
}
