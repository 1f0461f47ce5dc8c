import type { ReactElement } from 'react';
import type { FieldValues } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/button.tsx';
import { FailureNotice } from '../../../ui/failure-notice.tsx';
import { Notice } from '../../../ui/notice.tsx';
import type { VersionedForm } from './use-versioned-form.ts';

interface FormActionsProps<Fields extends FieldValues, Output> {
  readonly edit: VersionedForm<Fields, Output>;
}

/** Save and undo: of what is written as long as it is not saved, and of what was saved afterwards, instead of a question before. */
export function FormActions<Fields extends FieldValues, Output>({
  edit: { form, save, discard, undo },
}: FormActionsProps<Fields, Output>): ReactElement {
  const { t } = useTranslation('settings');
  const changed = form.formState.isDirty;
  return (
    <div className="flex flex-wrap items-center gap-2">
      <Button type="submit" tone="primary" disabled={!changed} busy={save.isPending}>
        {save.isPending ? t('saving') : t('save')}
      </Button>
      {changed && !save.isPending && (
        <Button tone="quiet" onClick={discard}>
          {t('discard')}
        </Button>
      )}
      {!changed && save.isSuccess && (
        <Notice tone="done" action={undo && <UndoButton onClick={undo} />}>
          {t('saved')}
        </Notice>
      )}
      {save.error !== null && <FailureNotice error={save.error} />}
    </div>
  );
}

function UndoButton({ onClick }: { readonly onClick: () => void }): ReactElement {
  const { t } = useTranslation('settings');
  return (
    <Button size="small" onClick={onClick}>
      {t('undo')}
    </Button>
  );
}
