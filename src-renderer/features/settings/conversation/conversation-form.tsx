import type { ReactElement } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { type ConversationSettings, setConversationSchema } from '../../../../backend/contract/agents.ts';
import { same, type Versioned } from '../../../platform/field-merge.ts';
import { Field, inputClass } from '../../../ui/field.tsx';
import { TeamDefault, teamDefaultUse } from '../team-default.tsx';
import { useVersionedForm } from '../versions/use-versioned-form.ts';
import { VersionedFormFrame } from '../versions/versioned-form-frame.tsx';
import { IntroductionPreview } from './introduction-preview.tsx';
import { useConversationProblem } from './use-conversation-problem.ts';

const shortFields = [
  'myCompanyName',
  'myServiceName',
  'myRepresentativeName',
  'calleeDepartment',
] as const satisfies readonly (keyof ConversationSettings)[];

export const blankConversation: ConversationSettings = {
  myCompanyName: '',
  myServiceName: '',
  myRepresentativeName: '',
  calleeDepartment: '',
  serviceDescription: '',
};

/** As it stands in the form, fit to be saved or not. */
const draftSchema = z.object({
  myCompanyName: z.string(),
  myServiceName: z.string(),
  myRepresentativeName: z.string(),
  calleeDepartment: z.string(),
  serviceDescription: z.string(),
});

type VersionedConversation = Versioned<ConversationSettings>;

interface ConversationFormProps {
  /** Whose it is, among the drafts. */
  readonly name: string;
  readonly saved: VersionedConversation;
  /** What the team has; null where it has nothing, or this is it. */
  readonly team: ConversationSettings | null;
  /** What is saved is the team's. */
  readonly inherited: boolean;
  readonly read: () => Promise<VersionedConversation>;
  readonly write: (basedOn: number, conversation: ConversationSettings) => Promise<VersionedConversation>;
}

/** What the AI says of the team, with how that will sound. */
export function ConversationForm(props: ConversationFormProps): ReactElement {
  const { name, saved, team, read, write } = props;
  const { t } = useTranslation('settings');
  const edit = useVersionedForm({
    draftKey: `conversation-${name}`,
    mutationKey: ['save-conversation', name],
    saved,
    draftSchema,
    savableSchema: setConversationSchema,
    read,
    write: (basedOn, draft) => write(basedOn, setConversationSchema.parse(draft)),
  });
  return (
    <VersionedFormFrame
      edit={edit}
      nameOf={(field) => t(`conversation.${field}`)}
      wordsOf={(field, fields) => fields[field]}
    >
      {team !== null && (
        <TeamDefault
          use={teamDefaultUse({
            isDirty: edit.form.formState.isDirty,
            isSame: same(setConversationSchema.safeParse(edit.form.watch()).data, team),
            isInherited: props.inherited,
          })}
          onReturn={() => edit.goTo(team)}
        />
      )}
      <ConversationFields form={edit.form} />
      <IntroductionPreview settings={edit.form.watch()} />
    </VersionedFormFrame>
  );
}

function ConversationFields({ form }: { readonly form: UseFormReturn<ConversationSettings> }): ReactElement {
  const { t } = useTranslation('settings');
  const problem = useConversationProblem();
  const { errors } = form.formState;
  return (
    <>
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
    </>
  );
}
