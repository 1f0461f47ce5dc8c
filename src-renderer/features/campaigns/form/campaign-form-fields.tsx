import type { ReactElement, ReactNode } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { CampaignSettings } from '../../../../backend/contract/campaigns.ts';
import { AgentsField } from './agents-field.tsx';
import type { CampaignDraft } from './campaign-draft.ts';
import { FormSection } from './form-section.tsx';
import { HoursField } from './hours-field.tsx';
import { NameField } from './name-field.tsx';
import { PaceFields } from './pace-fields.tsx';
import { RetryFields } from './retry-fields.tsx';
import { SpeakerField } from './speaker-field.tsx';

export type CampaignForm = UseFormReturn<CampaignDraft, unknown, CampaignSettings>;

export interface CampaignFieldsProps {
  readonly form: CampaignForm;
}

interface CampaignFormFieldsProps extends CampaignFieldsProps {
  /** Below the name: whom to call, as long as that can be chosen. */
  readonly source: ReactNode;
}

/** Everything of a campaign that somebody may write. */
export function CampaignFormFields({ form, source }: CampaignFormFieldsProps): ReactElement {
  const { t } = useTranslation('campaigns');
  return (
    <>
      <NameField form={form} />
      {source}
      <FormSection title={t('form.section.people')}>
        <SpeakerField form={form} />
        <AgentsField form={form} />
      </FormSection>
      <FormSection title={t('form.section.hours')}>
        <HoursField form={form} />
      </FormSection>
      <FormSection title={t('form.section.pace')}>
        <PaceFields form={form} />
      </FormSection>
      <FormSection title={t('form.section.retries')}>
        <RetryFields form={form} />
      </FormSection>
    </>
  );
}
