import { zodResolver } from '@hookform/resolvers/zod';
import { type ReactElement, useEffect } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { saveViewSchema } from '../../../backend/contract/customer-views.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field, inputClass } from '../../ui/field.tsx';

const draftSchema = saveViewSchema.pick({ name: true });

interface ViewDialogProps {
  readonly title: string;
  readonly name: string;
  readonly onName: (name: string) => void;
  readonly onClose: () => void;
}

/** Asks for the name of a view. */
export function ViewDialog({ title, name, onName, onClose }: ViewDialogProps): ReactElement {
  const { t } = useTranslation(['customers', 'shell']);
  const form = useForm({ defaultValues: { name }, resolver: zodResolver(draftSchema) });
  const { setFocus } = form;
  useEffect(() => setFocus('name', { shouldSelect: true }), [setFocus]);
  const submit = form.handleSubmit((draft) => {
    onName(draft.name);
    onClose();
  });
  return (
    <Dialog title={title} closeLabel={t('shell:close')} onClose={onClose}>
      <form noValidate onSubmit={(event) => void submit(event)} className="flex flex-col gap-3">
        <Field label={t('view.name')} problem={form.formState.errors.name && t('view.nameProblem')}>
          {(control) => (
            <input autoComplete="off" {...control} {...form.register('name')} className={inputClass} />
          )}
        </Field>
        <div className="flex gap-2">
          <Button type="submit" tone="primary">
            {t('view.confirm')}
          </Button>
          <Button onClick={onClose}>{t('view.cancel')}</Button>
        </div>
      </form>
    </Dialog>
  );
}
