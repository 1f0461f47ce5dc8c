import type { ReactElement, ReactNode } from 'react';
import type { FieldValues } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { FieldName } from '../../../platform/field-merge.ts';
import { Notice } from '../../../ui/notice.tsx';

import { FormActions } from './form-actions.tsx';
import { SettledConflict } from './settled-conflict.tsx';
import type { VersionedForm } from './use-versioned-form.ts';

interface VersionedFormFrameProps<Fields extends FieldValues, Output> {
  readonly edit: VersionedForm<Fields, Output>;
  readonly nameOf: (field: FieldName<Fields>) => string;
  /** What a field says, in words. */
  readonly wordsOf: (field: FieldName<Fields>, fields: Fields) => string;
  readonly children: ReactNode;
}

/** What every form has that is saved by versions: what was left of it, whose word counts, save and undo. */
export function VersionedFormFrame<Fields extends FieldValues, Output>(
  props: VersionedFormFrameProps<Fields, Output>,
): ReactElement {
  const { edit, nameOf, wordsOf, children } = props;
  const { t } = useTranslation('settings');
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        edit.submit();
      }}
      className="flex flex-col gap-4"
    >
      {edit.resumed.length > 0 && edit.form.formState.isDirty && <Notice tone="info">{t('resumed')}</Notice>}
      {children}
      <SettledConflict edit={edit} nameOf={nameOf} wordsOf={wordsOf} />
      <FormActions edit={edit} />
    </form>
  );
}
