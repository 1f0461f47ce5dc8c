import { zodResolver } from '@hookform/resolvers/zod';
import { FileUp } from 'lucide-react';
import { type ReactElement, useEffect, useRef, useState } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { blockNumbersSchema } from '../../../backend/contract/do-not-call.ts';
import { useConnectionLost } from '../../platform/use-connection-lost.ts';
import { Button } from '../../ui/button.tsx';
import { Field, inputClass } from '../../ui/field.tsx';
import { textOfFile } from './text-of-file.ts';

const draftSchema = blockNumbersSchema.extend({
  text: z.string().refine((text) => text.trim() !== ''),
});
type Draft = z.infer<typeof draftSchema>;

interface ImportNumbersFormProps {
  readonly busy: boolean;
  readonly onSubmit: (list: Draft) => void;
  readonly onCancel: () => void;
}

/** Numbers that are pasted, or read from a file. */
export function ImportNumbersForm({ busy, onSubmit, onCancel }: ImportNumbersFormProps): ReactElement {
  const { t } = useTranslation('doNotCall');
  const lost = useConnectionLost();
  const form = useForm({ defaultValues: { text: '', note: '' }, resolver: zodResolver(draftSchema) });
  const { setFocus } = form;
  useEffect(() => setFocus('text'), [setFocus]);
  const submit = form.handleSubmit((list) => onSubmit(list));
  const { errors } = form.formState;
  return (
    <form noValidate onSubmit={(event) => void submit(event)} className="flex flex-col gap-3">
      <Field label={t('importText')} hint={t('importHint')} problem={errors.text && t('importTextProblem')}>
        {(control) => (
          <textarea
            rows={7}
            spellCheck={false}
            {...control}
            {...form.register('text')}
            className={inputClass}
          />
        )}
      </Field>
      <FileButton disabled={busy} onText={(text) => form.setValue('text', text, { shouldDirty: true })} />
      <Field label={t('importNote')} hint={t('noteHint')} problem={errors.note && t('noteProblem')}>
        {(control) => <input {...control} {...form.register('note')} className={inputClass} />}
      </Field>
      <div className="flex gap-2">
        <Button type="submit" tone="primary" busy={busy} disabled={lost}>
          {t('confirmImport')}
        </Button>
        <Button onClick={onCancel}>{t('cancel')}</Button>
      </div>
    </form>
  );
}

interface FileButtonProps {
  readonly disabled: boolean;
  readonly onText: (text: string) => void;
}

function FileButton({ disabled, onText }: FileButtonProps): ReactElement {
  const { t } = useTranslation('doNotCall');
  const input = useRef<HTMLInputElement>(null);
  const [unreadable, setUnreadable] = useState(false);
  const read = async (file: File | undefined): Promise<void> => {
    const text = file === undefined ? null : await textOfFile(file);
    setUnreadable(file !== undefined && text === null);
    if (text !== null) onText(text);
  };
  return (
    <div className="-mt-1 flex flex-col items-start gap-1">
      <input
        ref={input}
        type="file"
        accept=".csv,.txt,.tsv,text/plain,text/csv"
        aria-label={t('importFile')}
        className="hidden"
        onChange={({ target }) => {
          void read(target.files?.[0]);
          target.value = '';
        }}
      />
      <Button size="small" disabled={disabled} onClick={() => input.current?.click()}>
        <FileUp aria-hidden className="size-3.5" />
        {t('importFile')}
      </Button>
      {unreadable && (
        <p role="alert" className="text-state-failed text-xs">
          {t('importFileProblem')}
        </p>
      )}
    </div>
  );
}
