import { type ReactElement, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Customer } from '../../../backend/contract/customers.ts';
import { usePlatform } from '../../platform/platform-context.ts';
import { useConnectionLost } from '../../platform/use-connection-lost.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { InPlaceQuestion } from '../../ui/in-place-question.tsx';
import { Notice } from '../../ui/notice.tsx';
import { CustomerConflict } from './customer-conflict.tsx';
import { CustomerFormFields } from './customer-form-fields.tsx';
import { draftKeyOf, useCustomerForm } from './use-customer-form.ts';
import { useUnsavedWarning } from './use-unsaved-warning.ts';

interface CustomerFormProps {
  readonly customer: Customer;
  readonly onDone: () => void;
}

/** Changes a customer. What others change meanwhile is kept, too. */
export function CustomerForm({ customer, onDone }: CustomerFormProps): ReactElement {
  const { t } = useTranslation('customer');
  const { drafts } = usePlatform();
  const lost = useConnectionLost();
  const edit = useCustomerForm(customer, onDone);
  const { isDirty } = edit.form.formState;
  const [version] = useState(customer.version);
  useUnsavedWarning(customer, isDirty);
  const { setFocus } = edit.form;
  useEffect(() => setFocus('company'), [setFocus]);
  const leave = (): void => {
    drafts.drop(draftKeyOf(customer));
    onDone();
  };

  if (edit.conflict !== null) {
    return <CustomerConflict conflict={edit.conflict} edit={edit} />;
  }
  return (
    <form
      noValidate
      aria-label={t('edit')}
      onSubmit={(event) => {
        event.preventDefault();
        edit.submit();
      }}
      className="flex flex-col gap-5"
    >
      {edit.resumed && <Notice tone="info">{t('resumed')}</Notice>}
      {customer.version !== version && <Notice tone="warning">{t('changedMeanwhile')}</Notice>}
      <CustomerFormFields form={edit.form} />
      {edit.error !== null && <FailureNotice error={edit.error} />}
      <FormEnd dirty={isDirty} saving={edit.saving} disabled={lost || !isDirty} onLeave={leave} />
    </form>
  );
}

interface FormEndProps {
  readonly dirty: boolean;
  readonly saving: boolean;
  readonly disabled: boolean;
  readonly onLeave: () => void;
}

/** Always in sight; leaving with something unsaved is asked about in its place. */
function FormEnd({ dirty, saving, disabled, onLeave }: FormEndProps): ReactElement {
  const { t } = useTranslation('customer');
  const [asking, setAsking] = useState(false);
  return (
    <div className="sticky bottom-0 -mx-4 border-line-quiet border-t bg-surface px-4 py-2">
      {asking ? (
        <InPlaceQuestion
          question={t('discard')}
          yes={t('discardYes')}
          no={t('discardNo')}
          tone="destructive"
          onYes={onLeave}
          onNo={() => setAsking(false)}
        />
      ) : (
        <div className="flex gap-2">
          <Button type="submit" tone="primary" busy={saving} disabled={disabled}>
            {saving ? t('saving') : t('save')}
          </Button>
          <Button disabled={saving} onClick={() => (dirty ? setAsking(true) : onLeave())}>
            {t('cancel')}
          </Button>
        </div>
      )}
    </div>
  );
}
