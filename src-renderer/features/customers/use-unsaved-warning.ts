import { useEffect, useEffectEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { Customer } from '../../../backend/contract/customers.ts';
import { usePlatform } from '../../platform/platform-context.ts';
import { showToast } from '../../platform/toasts.ts';
import { useAskBeforeUnload } from '../../platform/use-ask-before-unload.ts';
import { draftKeyOf } from './use-customer-form.ts';

/** The browser asks before the page goes, with which a draft would go; whoever turns to another screen is told the way back. */
export function useUnsavedWarning(customer: Customer, dirty: boolean): void {
  const { t } = useTranslation('customer');
  const { drafts, toasts } = usePlatform();
  const [, navigate] = useLocation();
  useAskBeforeUnload(dirty);

  const onLeave = useEffectEvent((): void => {
    if (drafts.recall(draftKeyOf(customer)) === undefined) return;
    const run = (): void => navigate(`/customers/${customer.id}`);
    showToast(toasts, 'done', t('unsaved', { company: customer.company }), { label: t('goOn'), run });
  });
  useEffect(() => () => onLeave(), []);
}
