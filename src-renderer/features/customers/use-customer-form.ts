import { zodResolver } from '@hookform/resolvers/zod';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { type UseFormReturn, useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import {
  type ChangeCustomer,
  type Customer,
  type CustomerFields,
  customerSchema,
} from '../../../backend/contract/customers.ts';
import { ApiFailure, failureCode } from '../../platform/api-failure.ts';
import { applyCustomer } from '../../platform/apply-event.ts';
import { usePlatform } from '../../platform/platform-context.ts';
import { showToast } from '../../platform/toasts.ts';
import { useSingleMutation } from '../../platform/use-single-mutation.ts';
import {
  type CustomerDraft,
  customerDraftSchema,
  draftOf,
  fieldsOf,
  savableDraftSchema,
  savableUnnumberedSchema,
} from './customer-draft.ts';
import { type Merge, mergeOf, wayBackOf } from './customer-merge.ts';

export type CustomerForm = UseFormReturn<CustomerDraft, unknown, CustomerFields>;

const keptSchema = z.object({ base: customerSchema, draft: customerDraftSchema });

/** Where what was not saved of a customer is kept. */
export function draftKeyOf({ id }: Customer): string {
  return `edited-${id}`;
}

export interface Conflict extends Merge {
  readonly theirs: Customer;
}

export interface CustomerEdit {
  readonly form: CustomerForm;
  /** It goes on where somebody left it. */
  readonly resumed: boolean;
  readonly conflict: Conflict | null;
  readonly saving: boolean;
  readonly error: Error | null;
  readonly submit: () => void;
  readonly settle: (changes: ChangeCustomer['changes']) => void;
  /** Back to the form, as it was. */
  readonly leaveConflict: () => void;
}

/** The form of a customer: kept while it is not saved, put together with what others have changed meanwhile. */
export function useCustomerForm(customer: Customer, onDone: () => void): CustomerEdit {
  const { drafts } = usePlatform();
  const [kept] = useState(() => keptSchema.safeParse(drafts.recall(draftKeyOf(customer))).data ?? null);
  const [base] = useState(kept?.base ?? customer);
  const [conflict, setConflict] = useState<Conflict | null>(null);
  const form: CustomerForm = useForm({
    defaultValues: draftOf(base),
    resolver: zodResolver(base.phoneNumber === '' ? savableUnnumberedSchema : savableDraftSchema),
  });
  useKeptDraft(form, base, kept?.draft ?? null);

  const merged = (mine: CustomerFields, theirs: Customer): void => {
    const merge = mergeOf({ base: fieldsOf(base), theirs: fieldsOf(theirs), mine });
    if (merge.conflicts.length > 0) setConflict({ ...merge, theirs });
    else store(theirs, merge.changes);
  };
  const save = useSaveCustomer(customer, {
    onDone,
    onProblems: (error) => showProblems(form, error),
    onChangedElsewhere: (theirs) => void form.handleSubmit((mine) => merged(mine, theirs))(),
  });
  function store(theirs: Customer, changes: ChangeCustomer['changes']): void {
    if (Object.keys(changes).length > 0) {
      save.mutate({ before: theirs, changes });
    } else {
      drafts.drop(draftKeyOf(customer));
      onDone();
    }
  }
  return {
    form,
    resumed: kept !== null,
    conflict,
    saving: save.isPending,
    error: save.error !== null && failureCode(save.error) !== 'changed-elsewhere' ? save.error : null,
    submit: () => void form.handleSubmit((mine) => merged(mine, customer))(),
    settle: (changes) => conflict !== null && store(conflict.theirs, changes),
    leaveConflict: () => setConflict(null),
  };
}

function useKeptDraft(form: CustomerForm, base: Customer, kept: CustomerDraft | null): void {
  const { drafts } = usePlatform();
  const { reset, subscribe } = form;
  useEffect(() => {
    if (kept !== null) reset(kept, { keepDefaultValues: true });
    return subscribe({
      formState: { values: true, isDirty: true },
      callback: ({ values, isDirty }) => {
        if (isDirty) drafts.keep(draftKeyOf(base), { base, draft: values });
        else drafts.drop(draftKeyOf(base));
      },
    });
  }, [kept, reset, subscribe, drafts, base]);
}

interface SavedChange extends Pick<ChangeCustomer, 'changes'> {
  /** How the customer was. */
  readonly before: Customer;
}

/** Puts a change back, unless somebody has changed the customer since. */
function useUndoChange(customer: Customer): (change: ChangeCustomer) => void {
  const { t } = useTranslation(['customer', 'failures']);
  const { api, toasts } = usePlatform();
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (change: ChangeCustomer) => api.changeCustomer(customer.id, change),
    onSuccess: (restored) => {
      applyCustomer(cache, restored);
      showToast(toasts, 'done', t('undone'));
    },
    onError: (error) => showToast(toasts, 'failed', t(`failures:${failureCode(error)}`)),
  }).mutate;
}

interface SaveOutcomes {
  readonly onDone: () => void;
  readonly onProblems: (error: Error) => void;
  readonly onChangedElsewhere: (theirs: Customer) => void;
}

function useSaveCustomer(customer: Customer, { onDone, onProblems, onChangedElsewhere }: SaveOutcomes) {
  const { t } = useTranslation('customer');
  const { api, drafts, toasts } = usePlatform();
  const cache = useQueryClient();
  const undo = useUndoChange(customer);
  return useSingleMutation({
    mutationKey: ['change-customer', customer.id],
    mutationFn: ({ before, changes }: SavedChange) =>
      api.changeCustomer(customer.id, { basedOn: before.version, changes }),
    onSuccess: (saved, { before, changes }) => {
      drafts.drop(draftKeyOf(customer));
      applyCustomer(cache, saved);
      const run = (): void => undo({ basedOn: saved.version, changes: wayBackOf(fieldsOf(before), changes) });
      showToast(toasts, 'done', t('saved'), { label: t('undo'), run });
      onDone();
    },
    onError: async (error) => {
      if (failureCode(error) !== 'changed-elsewhere') return onProblems(error);
      const theirs = await api.customer(customer.id);
      applyCustomer(cache, theirs);
      onChangedElsewhere(theirs);
    },
  });
}

/** What only the server could know is said beside the field, too. */
export function showProblems(form: CustomerForm, error: Error): void {
  if (!(error instanceof ApiFailure)) return;
  for (const { path } of error.fields) {
    const field = customerDraftSchema.keyof().safeParse(path.replace(/^changes\./, '').split('.')[0]);
    if (field.success) form.setError(field.data, { message: 'refused' });
  }
}
