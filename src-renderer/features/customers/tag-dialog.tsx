import { zodResolver } from '@hookform/resolvers/zod';
import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useEffect, useId } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { tagSchema } from '../../../backend/contract/customers.ts';
import { usePlatform } from '../../platform/platform-context.ts';
import { queryKeys } from '../../platform/query-keys.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field, inputClass } from '../../ui/field.tsx';

const draftSchema = z.object({ tag: tagSchema });

interface TagDialogProps {
  /** How many customers it is for. */
  readonly count: number;
  readonly onTag: (tag: string) => void;
  readonly onClose: () => void;
}

/** A tag for several customers; those in use are suggested. */
export function TagDialog({ count, onTag, onClose }: TagDialogProps): ReactElement {
  const { t } = useTranslation(['customers', 'shell']);
  const { api } = usePlatform();
  const listId = useId();
  const known = useQuery({ queryKey: queryKeys.customerTags, queryFn: api.customerTags }).data ?? [];
  const form = useForm({ defaultValues: { tag: '' }, resolver: zodResolver(draftSchema) });
  const { setFocus } = form;
  useEffect(() => setFocus('tag'), [setFocus]);
  const submit = form.handleSubmit(({ tag }) => {
    onTag(tag);
    onClose();
  });
  return (
    <Dialog title={t('bulk.tagFor', { count })} closeLabel={t('shell:close')} onClose={onClose}>
      <form noValidate onSubmit={(event) => void submit(event)} className="flex flex-col gap-3">
        <Field label={t('bulk.tag')} problem={form.formState.errors.tag && t('bulk.tagProblem')}>
          {(control) => (
            <input
              autoComplete="off"
              list={listId}
              {...control}
              {...form.register('tag')}
              className={inputClass}
            />
          )}
        </Field>
        <datalist id={listId}>
          {known.map(({ tag }) => (
            <option key={tag} value={tag} />
          ))}
        </datalist>
        <div className="flex gap-2">
          <Button type="submit" tone="primary">
            {t('bulk.addTag')}
          </Button>
          <Button onClick={onClose}>{t('bulk.cancelTag')}</Button>
        </div>
      </form>
    </Dialog>
  );
}
