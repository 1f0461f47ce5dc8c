import { useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { Controller, type UseFormReturn } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import {
  type RoutingSettings,
  routingSettingsSchema,
  routingStrategySchema,
  telephoneUseSchema,
} from '../../../../backend/contract/routing.ts';
import type { TeamRouting } from '../../../../backend/contract/team.ts';
import type { Versioned } from '../../../platform/field-merge.ts';
import { usePlatform } from '../../../platform/platform-context.ts';
import { queryKeys } from '../../../platform/query-keys.ts';
import { Field, lineClass } from '../../../ui/field.tsx';
import { Switch } from '../../../ui/switch.tsx';
import { useVersionedForm, type VersionedForm } from '../versions/use-versioned-form.ts';
import { VersionedFormFrame } from '../versions/versioned-form-frame.tsx';
import { NumberField } from './number-field.tsx';
import { SkillList } from './skill-list.tsx';
import { useRoutingWords } from './use-routing-words.ts';

const numbers = ['offerSeconds', 'handoffSeconds', 'wrapUpSeconds', 'awayAfterMissed'] as const;
/** What the server takes: an offer that outlasts the handoff would never be let pass. */
const savableSchema = routingSettingsSchema.refine(
  ({ offerSeconds, handoffSeconds }) => offerSeconds <= handoffSeconds,
  { path: ['offerSeconds'], error: 'longer-than-handoff' },
);
const switches = ['ringAll', 'escalateToAdmins'] as const;

/** Who is asked to take a call, in which order, and for how long. */
export function RoutingForm({ routing }: { readonly routing: TeamRouting }): ReactElement {
  const words = useRoutingWords();
  const edit = useRoutingForm(routing);
  const { form } = edit;
  return (
    <VersionedFormFrame edit={edit} nameOf={words.nameOf} wordsOf={words.wordsOf}>
      <OrderAndTimes form={form} />
      <LastSteps form={form} />
      <Controller
        control={form.control}
        name="skills"
        render={({ field: { value, onChange } }) => (
          <SkillList
            skills={value}
            invalid={form.formState.errors.skills !== undefined}
            onChange={onChange}
          />
        )}
      />
    </VersionedFormFrame>
  );
}

function useRoutingForm(routing: TeamRouting): VersionedForm<RoutingSettings, RoutingSettings> {
  const { api } = usePlatform();
  const cache = useQueryClient();
  const shown = (fresh: TeamRouting): Versioned<RoutingSettings> => {
    cache.setQueryData(queryKeys.teamRouting, fresh);
    return versionedOf(fresh);
  };
  return useVersionedForm({
    draftKey: 'team-routing',
    mutationKey: ['save-routing'],
    saved: versionedOf(routing),
    draftSchema: routingSettingsSchema,
    savableSchema,
    read: async () => shown(await api.teamRouting()),
    write: async (version, settings) => shown(await api.saveTeamRouting({ version, settings })),
  });
}

type RoutingFields = { readonly form: UseFormReturn<RoutingSettings> };

function OrderAndTimes({ form }: RoutingFields): ReactElement {
  const { t } = useTranslation('team');
  return (
    <div className="grid grid-cols-1 gap-3 strip:grid-cols-2">
      <Field label={t('routing.strategy')} hint={t(`strategyHint.${form.watch('strategy')}`)}>
        {(control) => (
          <select {...control} {...form.register('strategy')} className={lineClass}>
            {routingStrategySchema.options.map((strategy) => (
              <option key={strategy} value={strategy}>
                {t(`strategy.${strategy}`)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label={t('routing.telephones')} hint={t('routing.telephonesHint')}>
        {(control) => (
          <select {...control} {...form.register('telephones')} className={lineClass}>
            {telephoneUseSchema.options.map((use) => (
              <option key={use} value={use}>
                {t(`telephones.${use}`)}
              </option>
            ))}
          </select>
        )}
      </Field>
      {numbers.map((name) => (
        <NumberField
          key={name}
          label={t(`routing.${name}`)}
          range={routingSettingsSchema.shape[name]}
          problem={
            form.formState.errors[name]?.message === 'longer-than-handoff'
              ? t('routing.longerThanHandoff')
              : form.formState.errors[name] !== undefined
          }
          registration={form.register(name, { valueAsNumber: true })}
        />
      ))}
    </div>
  );
}

function LastSteps({ form }: RoutingFields): ReactElement {
  const { t } = useTranslation('team');
  return (
    <>
      {switches.map((name) => (
        <Controller
          key={name}
          control={form.control}
          name={name}
          render={({ field: { value, onChange } }) => (
            <Switch
              label={t(`routing.${name}`)}
              hint={t(`routing.${name}Hint`)}
              checked={value}
              onChange={onChange}
            />
          )}
        />
      ))}
    </>
  );
}

function versionedOf({ version, settings }: TeamRouting): Versioned<RoutingSettings> {
  return { version, fields: settings };
}
