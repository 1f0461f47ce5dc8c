import { useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import {
  type Spending,
  type SpendingSettings,
  spendingSettingsSchema,
} from '../../../../backend/contract/spending.ts';
import type { Versioned } from '../../../platform/field-merge.ts';
import { usePlatform } from '../../../platform/platform-context.ts';
import { queryKeys } from '../../../platform/query-keys.ts';
import { Field, lineClass } from '../../../ui/field.tsx';
import { useVersionedForm, type VersionedForm } from '../versions/use-versioned-form.ts';
import { VersionedFormFrame } from '../versions/versioned-form-frame.tsx';

/** As it is typed. */
const draftSchema = z.object({ dailyCap: z.string(), pricePerMinute: z.string() });
type Draft = z.infer<typeof draftSchema>;

const savableSchema = draftSchema.transform(settingsOf).pipe(spendingSettingsSchema);

/** The cap and the price, of which each without the other means little. */
export function SpendingForm({ spending }: { readonly spending: Spending }): ReactElement {
  const { t } = useTranslation('spending');
  const edit = useSpendingForm(spending);
  return (
    <VersionedFormFrame
      edit={edit}
      nameOf={(field) => t(field)}
      wordsOf={(field, draft) => (draft[field] === '' ? t('none') : draft[field])}
    >
      <Amounts form={edit.form} />
    </VersionedFormFrame>
  );
}

function useSpendingForm(spending: Spending): VersionedForm<Draft, SpendingSettings> {
  const { api } = usePlatform();
  const cache = useQueryClient();
  const shown = (fresh: Spending): Versioned<Draft> => {
    cache.setQueryData(queryKeys.spending, fresh);
    return versionedOf(fresh);
  };
  return useVersionedForm({
    draftKey: 'spending',
    mutationKey: ['save-spending'],
    saved: versionedOf(spending),
    draftSchema,
    savableSchema,
    read: async () => shown(await api.spending()),
    write: async (version, draft) => shown(await api.saveSpending({ version, settings: settingsOf(draft) })),
  });
}

function Amounts({ form }: { readonly form: UseFormReturn<Draft, unknown, SpendingSettings> }): ReactElement {
  const { t } = useTranslation('spending');
  const { dailyCap, pricePerMinute } = form.formState.errors;
  const priceProblem =
    pricePerMinute?.message === 'price-missing' ? t('problem.priceMissing') : t('problem.price');
  return (
    <div className="grid grid-cols-1 gap-3 strip:grid-cols-2">
      <Field
        label={t('dailyCap')}
        hint={t('dailyCapHint')}
        problem={dailyCap === undefined ? undefined : t('problem.cap')}
      >
        {(control) => (
          <input
            inputMode="decimal"
            autoComplete="off"
            {...control}
            {...form.register('dailyCap')}
            className={`${lineClass} tabular-nums`}
          />
        )}
      </Field>
      <Field
        label={t('pricePerMinute')}
        hint={t('pricePerMinuteHint')}
        problem={pricePerMinute === undefined ? undefined : priceProblem}
      >
        {(control) => (
          <input
            inputMode="decimal"
            autoComplete="off"
            {...control}
            {...form.register('pricePerMinute')}
            className={`${lineClass} tabular-nums`}
          />
        )}
      </Field>
    </div>
  );
}

/** What is no number is none that can be saved. Digits may be typed as wide as the rest, and grouped. */
function settingsOf({ dailyCap, pricePerMinute }: Draft): SpendingSettings {
  return {
    dailyCap: dailyCap.trim() === '' ? null : numberIn(dailyCap),
    pricePerMinute: numberIn(pricePerMinute),
  };
}

function numberIn(typed: string): number {
  const plain = typed.normalize('NFKC').replaceAll(',', '').trim();
  return plain === '' ? 0 : Number(plain);
}

function versionedOf({ version, settings }: Spending): Versioned<Draft> {
  const { dailyCap, pricePerMinute } = settings;
  const fields = {
    dailyCap: dailyCap === null ? '' : String(dailyCap),
    pricePerMinute: pricePerMinute === 0 ? '' : String(pricePerMinute),
  };
  return { version, fields };
}
