import { zodResolver } from '@hookform/resolvers/zod';
import type { ReactElement } from 'react';
import { type FieldError, useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { type ConversationSettings, setConversationSchema } from '../../../backend/contract/agents.ts';
import { usePlatform } from '../../platform/platform-context.ts';
import { Field, inputClass } from '../../ui/field.tsx';
import { FormActions } from './form-actions.tsx';
import { IntroductionPreview } from './introduction-preview.tsx';
import { useSaveProfile } from './use-save-profile.ts';

const shortFields = [
  'myCompanyName',
  'myServiceName',
  'myRepresentativeName',
  'calleeDepartment',
] as const satisfies readonly (keyof ConversationSettings)[];

const blank: ConversationSettings = {
  myCompanyName: '',
  myServiceName: '',
  myRepresentativeName: '',
  calleeDepartment: '',
  serviceDescription: '',
};

interface ConversationFormProps {
  readonly settings: ConversationSettings | null;
}

/** What the AI says of the team, with how that will sound. */
export function ConversationForm({ settings }: ConversationFormProps): ReactElement {
  const { t } = useTranslation('settings');
  const { api } = usePlatform();
  const saved = settings ?? blank;
  const form = useForm<ConversationSettings>({
    values: saved,
    resolver: zodResolver(setConversationSchema),
  });
  const save = useSaveProfile(api.setConversation, settings ?? undefined);
  const submit = form.handleSubmit((draft) => save.save(draft));
  const problem = useProblem();

  const { errors, isDirty } = form.formState;
  return (
    <form noValidate onSubmit={(event) => void submit(event)} className="flex flex-col gap-3">
      <div className="grid grid-cols-1 gap-3 strip:grid-cols-2">
        {shortFields.map((name) => (
          <Field key={name} label={t(`conversation.${name}`)} problem={problem(name, errors[name])}>
            {(control) => <input {...control} {...form.register(name)} className={inputClass} />}
          </Field>
        ))}
      </div>
      <Field
        label={t('conversation.serviceDescription')}
        hint={t('conversation.serviceDescriptionHint')}
        problem={problem('serviceDescription', errors.serviceDescription)}
      >
        {(control) => (
          <textarea rows={3} {...control} {...form.register('serviceDescription')} className={inputClass} />
        )}
      </Field>
      <IntroductionPreview settings={form.watch()} />
      <FormActions changed={isDirty} save={save} onDiscard={() => form.reset(saved)} />
    </form>
  );
}

function useProblem(): (
  name: keyof ConversationSettings,
  error: FieldError | undefined,
) => string | undefined {
  const { t } = useTranslation('settings');
  return (name, error) => {
    if (error === undefined) return undefined;
    if (error.type === 'invalid_format') return t('conversation.unspeakable');
    const max = setConversationSchema.shape[name].maxLength;
    return error.type === 'too_big' && max !== null
      ? t('conversation.tooLong', { max })
      : t('conversation.required');
  };
}
