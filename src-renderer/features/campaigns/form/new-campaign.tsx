import { type ReactElement, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { CampaignId } from '../../../../backend/contract/ids.ts';
import { useConnectionLost } from '../../../platform/use-connection-lost.ts';
import { Button, buttonClass } from '../../../ui/button.tsx';
import { DetailHeader } from '../../../ui/detail-header.tsx';
import { FailureNotice } from '../../../ui/failure-notice.tsx';
import { CampaignFormFields } from './campaign-form-fields.tsx';
import { FormSection } from './form-section.tsx';
import { type FilterFields, SourceFields } from './source-fields.tsx';
import { SourcePreview } from './source-preview.tsx';
import { useNewCampaign } from './use-new-campaign.ts';

interface NewCampaignProps {
  readonly filterFields: FilterFields;
  readonly onCreated: (campaignId: CampaignId) => void;
}

/** A campaign that is about to be made. What is written stays until it is made, discarded, or the tab goes. */
export function NewCampaign({ filterFields, onCreated }: NewCampaignProps): ReactElement {
  const { t } = useTranslation('campaigns');
  const lost = useConnectionLost();
  const { settings, source, create, submit } = useNewCampaign(onCreated);
  const { setFocus } = settings;
  useEffect(() => setFocus('name'), [setFocus]);
  return (
    <section aria-label={t('form.new')} className="flex h-full min-w-0 flex-col overflow-y-auto">
      <DetailHeader list="/campaigns" back={t('back')}>
        <h2 className="font-semibold text-xl">{t('form.new')}</h2>
        <p className="text-pretty text-sm text-text-quiet">{t('form.lead')}</p>
      </DetailHeader>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
        className="flex flex-col gap-5 px-4 pt-1"
      >
        <CampaignFormFields
          form={settings}
          source={
            <FormSection title={t('form.section.customers')}>
              <SourceFields form={source} filterFields={filterFields} />
              <SourcePreview draft={source.watch()} />
            </FormSection>
          }
        />
        {create.isError && <FailureNotice error={create.error} />}
        <div className="sticky bottom-0 -mx-4 flex gap-2 border-line-quiet border-t bg-surface px-4 py-2">
          <Button type="submit" tone="primary" busy={create.isPending} disabled={lost}>
            {create.isPending ? t('form.creating') : t('form.create')}
          </Button>
          <Link href="/campaigns" className={buttonClass({ tone: 'plain', size: 'medium' })}>
            {t('form.cancel')}
          </Link>
        </div>
      </form>
    </section>
  );
}
