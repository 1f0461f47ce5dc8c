import { zodResolver } from '@hookform/resolvers/zod';
import { type ReactElement, useEffect } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { instantSchema } from '../../backend/contract/vocabulary.ts';
import { fromLocalInput, toLocalInput } from '../platform/local-date-time.ts';
import { usePlatform } from '../platform/platform-context.ts';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';
import { Field, lineClass } from './field.tsx';

interface SnoozeDialogProps {
  readonly company: string;
  readonly dueAt: string;
  readonly onMove: (dueAt: string) => void;
  readonly onClose: () => void;
}

/** Asks for another time, in the reader's zone; one that is over would remind at once. */
export function SnoozeDialog({ company, dueAt, onMove, onClose }: SnoozeDialogProps): ReactElement {
  const { t } = useTranslation(['reminders', 'shell']);
  const { clock } = usePlatform();
  const form = useForm({
    defaultValues: { dueAt: toLocalInput(dueAt) },
    resolver: zodResolver(draftSchema(() => clock.now())),
  });
  const { setFocus } = form;
  useEffect(() => setFocus('dueAt'), [setFocus]);
  const submit = form.handleSubmit((draft) => {
    onMove(draft.dueAt);
    onClose();
  });
  const problem = form.formState.errors.dueAt;
  return (
    <Dialog title={t('ownTitle', { company })} closeLabel={t('shell:close')} onClose={onClose}>
      <form noValidate onSubmit={(event) => void submit(event)} className="flex flex-col gap-3">
        <Field label={t('at')} problem={problem && t(problem.type === 'custom' ? 'atPast' : 'atProblem')}>
          {(control) => (
            <input type="datetime-local" {...control} {...form.register('dueAt')} className={lineClass} />
          )}
        </Field>
        <div className="flex gap-2">
          <Button type="submit" tone="primary">
            {t('move')}
          </Button>
          <Button onClick={onClose}>{t('cancel')}</Button>
        </div>
      </form>
    </Dialog>
  );
}

function draftSchema(now: () => number) {
  return z
    .object({ dueAt: z.string() })
    .transform(({ dueAt }) => ({ dueAt: fromLocalInput(dueAt) ?? '' }))
    .pipe(z.object({ dueAt: instantSchema.refine((at) => Date.parse(at) > now()) }));
}
