import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useAgents } from '../../../platform/queries.ts';
import { Field, lineClass } from '../../../ui/field.tsx';
import type { CampaignFieldsProps } from './campaign-form-fields.tsx';
import { useProblemWords } from './use-problem-words.ts';

/** In whose name the AI calls. */
export function SpeakerField({ form }: CampaignFieldsProps): ReactElement {
  const { t } = useTranslation('campaigns');
  const agents = useAgents().data ?? [];
  const problem = useProblemWords(form.formState.errors).speaksForId;
  // Controlled: the agents come after the form, and an uncontrolled field would have lost its choice by then.
  return (
    <Field label={t('form.field.speaksForId')} hint={t('form.hint.speaksForId')} problem={problem}>
      {(control) => (
        <select
          {...control}
          {...form.register('speaksForId')}
          value={form.watch('speaksForId')}
          className={`max-w-80 ${lineClass}`}
        >
          <option value="">{t('form.chooseSpeaker')}</option>
          {agents.map(({ agentId, name }) => (
            <option key={agentId} value={agentId}>
              {name}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
