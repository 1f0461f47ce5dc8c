import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useEffect } from 'react';
import { Controller, type UseFormReturn } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { type AgentProfile, agentSettingsSchema } from '../../../../backend/contract/agents.ts';
import { ApiFailure } from '../../../platform/api-failure.ts';
import type { FieldName, Versioned } from '../../../platform/field-merge.ts';
import { usePlatform } from '../../../platform/platform-context.ts';
import { queryKeys } from '../../../platform/query-keys.ts';
import { useVersionedForm, type VersionedForm } from '../versions/use-versioned-form.ts';
import { VersionedFormFrame } from '../versions/versioned-form-frame.tsx';
import { CallerNumberField } from './caller-number-field.tsx';
import { NumberField } from './number-field.tsx';
import { SkillChoice } from './skill-choice.tsx';

const { priority, concurrency, skills, callerNumber } = agentSettingsSchema.shape;
const draftSchema = z.object({ priority: z.number(), concurrency: z.number(), skills, callerNumber });
const savableSchema = draftSchema.extend({ priority, concurrency });
type Draft = z.infer<typeof draftSchema>;

/** What somebody can only have as long as it is there, and where that is known from. */
const refusable = ['skills', 'callerNumber'] as const satisfies readonly FieldName<Draft>[];
const known = { skills: queryKeys.teamRouting, callerNumber: queryKeys.callerNumbers };

interface AssignmentFormProps {
  readonly profile: AgentProfile;
  readonly read: () => Promise<AgentProfile>;
  readonly onSaved: (profile: AgentProfile) => void;
}

/** Which calls somebody is asked to take, how many at a time, and what number customers see. */
export function AssignmentForm(props: AssignmentFormProps): ReactElement {
  const { t } = useTranslation('team');
  const { api } = usePlatform();
  const team = useQuery({ queryKey: queryKeys.teamRouting, queryFn: api.teamRouting });
  const edit = useAssignmentForm(props);
  const { form } = edit;
  const { errors } = form.formState;
  useRefusedFields(edit);
  return (
    <VersionedFormFrame
      edit={edit}
      nameOf={(field) => t(`assignment.${field}`)}
      wordsOf={(field, draft) => String(draft[field] ?? '')}
    >
      <HowMany form={form} />
      <Controller
        control={form.control}
        name="callerNumber"
        render={({ field: { value, onChange } }) => (
          <CallerNumberField number={value} refused={errors.callerNumber !== undefined} onChange={onChange} />
        )}
      />
      <Controller
        control={form.control}
        name="skills"
        render={({ field: { value, onChange } }) => (
          <SkillChoice
            skills={team.data?.settings.skills.map(({ name }) => name) ?? value}
            chosen={value}
            refused={errors.skills !== undefined}
            onChange={onChange}
          />
        )}
      />
    </VersionedFormFrame>
  );
}

function useAssignmentForm({ profile, read, onSaved }: AssignmentFormProps): VersionedForm<Draft, Draft> {
  const { api } = usePlatform();
  const { agentId } = profile;
  const shown = (fresh: AgentProfile): Versioned<Draft> => {
    onSaved(fresh);
    return versionedOf(fresh);
  };
  return useVersionedForm({
    draftKey: `assignment-${agentId}`,
    mutationKey: ['assign', agentId],
    saved: versionedOf(profile),
    draftSchema,
    savableSchema,
    read: async () => shown(await read()),
    write: async (basedOn, settings) => shown(await api.assignSettings(agentId, { basedOn, settings })),
  });
}

/** What the server refuses is marked where it is: the team may have lost it since this page was opened. */
function useRefusedFields({ form: { setError }, save: { error } }: VersionedForm<Draft, Draft>): void {
  const cache = useQueryClient();
  useEffect(() => {
    if (!(error instanceof ApiFailure)) return;
    for (const { path, problem } of error.fields) {
      const name = refusable.find((field) => path === `settings.${field}`);
      if (name === undefined) continue;
      setError(name, { type: problem });
      void cache.invalidateQueries({ queryKey: known[name] });
    }
  }, [error, setError, cache]);
}

function HowMany({ form }: { readonly form: UseFormReturn<Draft> }): ReactElement {
  const { t } = useTranslation('team');
  const { errors } = form.formState;
  const ranges = { priority, concurrency };
  return (
    <div className="grid grid-cols-1 gap-3 strip:grid-cols-2">
      {(['priority', 'concurrency'] as const).map((name) => (
        <NumberField
          key={name}
          label={t(`assignment.${name}`)}
          hint={t(`assignment.${name}Hint`)}
          range={ranges[name]}
          problem={errors[name] !== undefined}
          registration={form.register(name, { valueAsNumber: true })}
        />
      ))}
    </div>
  );
}

function versionedOf({ settings }: AgentProfile): Versioned<Draft> {
  return { version: settings.version, fields: draftSchema.parse(settings) };
}
