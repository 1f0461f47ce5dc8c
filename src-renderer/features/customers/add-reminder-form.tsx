import { zodResolver } from '@hookform/resolvers/zod';
import { useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useEffect } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import type { CustomerId } from '../../../backend/contract/ids.ts';
import { type AddReminder, addReminderSchema } from '../../../backend/contract/reminders.ts';
import { laterTimes } from '../../platform/later-times.ts';
import { fromLocalInput, toLocalInput } from '../../platform/local-date-time.ts';
import { usePlatform } from '../../platform/platform-context.ts';
import { queryKeys } from '../../platform/query-keys.ts';
import { showToast } from '../../platform/toasts.ts';
import { useSingleMutation } from '../../platform/use-single-mutation.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { Field, inputClass, lineClass } from '../../ui/field.tsx';

/** One that is due as it is set would only be a mistake. */
function draftSchema(now: () => number) {
  return z
    .object({ dueAt: z.string(), note: z.string() })
    .transform(({ dueAt, note }): unknown => ({ dueAt: fromLocalInput(dueAt) ?? '', note }))
    .pipe(addReminderSchema.refine(({ dueAt }) => Date.parse(dueAt) > now(), { path: ['dueAt'] }));
}

interface AddReminderFormProps {
  readonly customerId: CustomerId;
  readonly onDone: () => void;
}

/** Has the agent reminded, first of all tomorrow morning. */
export function AddReminderForm({ customerId, onDone }: AddReminderFormProps): ReactElement {
  const { t } = useTranslation(['customer', 'reminders']);
  const { api, clock, toasts } = usePlatform();
  const cache = useQueryClient();
  const times = laterTimes(clock.now());
  const tomorrow = times.find(({ name }) => name === 'tomorrow');
  const form = useForm({
    defaultValues: { dueAt: tomorrow === undefined ? '' : toLocalInput(tomorrow.at), note: '' },
    resolver: zodResolver(draftSchema(() => clock.now())),
  });
  const { setFocus } = form;
  useEffect(() => setFocus('dueAt'), [setFocus]);
  const add = useSingleMutation({
    mutationKey: ['add-reminder', customerId],
    mutationFn: (reminder: AddReminder) => api.addReminder(customerId, reminder),
    onSuccess: () => {
      void cache.invalidateQueries({ queryKey: queryKeys.timeline(customerId) });
      void cache.invalidateQueries({ queryKey: queryKeys.reminders });
      showToast(toasts, 'done', t('reminders.added'));
      onDone();
    },
  });
  const submit = form.handleSubmit((reminder) => add.mutate(reminder));
  const { errors } = form.formState;
  return (
    <form noValidate onSubmit={(event) => void submit(event)} className="flex flex-col gap-3 py-2">
      <Field
        label={t('reminders.at')}
        problem={
          errors.dueAt && t(errors.dueAt.type === 'custom' ? 'reminders.atPast' : 'reminders.atProblem')
        }
      >
        {(control) => (
          <input type="datetime-local" {...control} {...form.register('dueAt')} className={lineClass} />
        )}
      </Field>
      <div className="-mt-2 flex flex-wrap gap-1">
        {times.map(({ name, at }) => (
          <Button
            key={name}
            size="small"
            tone="quiet"
            onClick={() => form.setValue('dueAt', toLocalInput(at))}
          >
            {t(`reminders:in.${name}`)}
          </Button>
        ))}
      </div>
      <Field label={t('reminders.note')} problem={errors.note && t('reminders.noteProblem')}>
        {(control) => <textarea rows={2} {...control} {...form.register('note')} className={inputClass} />}
      </Field>
      {add.isError && <FailureNotice error={add.error} />}
      <div className="flex gap-2">
        <Button type="submit" tone="primary" busy={add.isPending}>
          {t('reminders.save')}
        </Button>
        <Button onClick={onDone}>{t('cancel')}</Button>
      </div>
    </form>
  );
}
