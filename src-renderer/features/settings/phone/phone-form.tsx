import type { ReactElement } from 'react';
import { Controller } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { type AgentProfile, reachByPhoneSchema } from '../../../../backend/contract/agents.ts';
import { ApiFailure } from '../../../platform/api-failure.ts';
import type { Versioned } from '../../../platform/field-merge.ts';
import { formatPhoneNumber, parsePhoneNumber } from '../../../platform/phone-numbers.ts';
import { usePlatform } from '../../../platform/platform-context.ts';
import type { Whose } from '../../../platform/settings-api.ts';
import { Field, inputClass } from '../../../ui/field.tsx';
import { useVersionedForm, type VersionedForm } from '../versions/use-versioned-form.ts';
import { VersionedFormFrame } from '../versions/versioned-form-frame.tsx';
import { PhoneUse } from './phone-use.tsx';

const draftSchema = z.object({
  /** In any notation; empty where there is none. */
  phoneNumber: z.string(),
  reachByPhone: reachByPhoneSchema,
});
const savableSchema = draftSchema.extend({
  phoneNumber: z
    .string()
    .refine((written) => written.trim() === '' || parsePhoneNumber(written) !== null, 'phone-number'),
});
type Draft = z.infer<typeof draftSchema>;

interface PhoneFormProps {
  readonly whose: Whose;
  readonly profile: AgentProfile;
  readonly read: () => Promise<AgentProfile>;
  readonly onSaved: (profile: AgentProfile) => void;
}

/** Somebody's own telephone, and when it is rung; an empty field takes it away. */
export function PhoneForm(props: PhoneFormProps): ReactElement {
  const { t } = useTranslation('settings');
  const edit = usePhoneForm(props);
  const { form } = edit;
  const { errors } = form.formState;
  const nameOf = (field: keyof Draft): string =>
    field === 'phoneNumber' ? t('phone.label') : t('phone.use.label');
  const wordsOf = (field: keyof Draft, draft: Draft): string =>
    field === 'phoneNumber' ? draft.phoneNumber : t(`phone.use.${draft.reachByPhone}`);
  return (
    <VersionedFormFrame edit={edit} nameOf={nameOf} wordsOf={wordsOf}>
      <Field
        label={t('phone.label')}
        hint={t('phone.hint')}
        problem={
          (errors.phoneNumber && t('phone.problem')) ??
          (isSpecialRate(edit.save.error) ? t('phone.specialRate') : undefined)
        }
      >
        {(control) => (
          <input
            type="tel"
            autoComplete={props.whose === null ? 'tel' : 'off'}
            {...control}
            {...form.register('phoneNumber')}
            className={`max-w-64 ${inputClass}`}
          />
        )}
      </Field>
      {form.watch('phoneNumber').trim() !== '' && (
        <Controller
          control={form.control}
          name="reachByPhone"
          render={({ field: { value, onChange } }) => <PhoneUse reachByPhone={value} onChange={onChange} />}
        />
      )}
    </VersionedFormFrame>
  );
}

/** Only the server knows which numbers are. */
function isSpecialRate(refusal: Error | null): boolean {
  return (
    refusal instanceof ApiFailure && refusal.fields.some(({ problem }) => problem.startsWith('special-rate'))
  );
}

function usePhoneForm({ whose, profile, read, onSaved }: PhoneFormProps): VersionedForm<Draft, Draft> {
  const { api } = usePlatform();
  const shown = (fresh: AgentProfile): Versioned<Draft> => {
    onSaved(fresh);
    return versionedOf(fresh);
  };
  return useVersionedForm({
    draftKey: `phone-${whose ?? 'mine'}`,
    mutationKey: ['save-phone', whose],
    saved: versionedOf(profile),
    draftSchema,
    savableSchema,
    read: async () => shown(await read()),
    write: async (basedOn, { phoneNumber, reachByPhone }) => {
      const wanted = { phoneNumber: parsePhoneNumber(phoneNumber), reachByPhone, basedOn };
      return shown(await api.savePhone(whose, wanted));
    },
  });
}

function versionedOf({ settings }: AgentProfile): Versioned<Draft> {
  const { version, phoneNumber, reachByPhone } = settings;
  const written = phoneNumber === null ? '' : formatPhoneNumber(phoneNumber);
  return { version, fields: { phoneNumber: written, reachByPhone } };
}
