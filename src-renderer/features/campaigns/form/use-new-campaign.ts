import { zodResolver } from '@hookform/resolvers/zod';
import { type UseMutationResult, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { Campaign, CampaignSource, CreateCampaign } from '../../../../backend/contract/campaigns.ts';
import type { CampaignId } from '../../../../backend/contract/ids.ts';
import { applyCampaign } from '../../../platform/apply-campaign.ts';
import { usePlatform } from '../../../platform/platform-context.ts';
import { showToast } from '../../../platform/toasts.ts';
import { useAskBeforeUnload } from '../../../platform/use-ask-before-unload.ts';
import { useSingleMutation } from '../../../platform/use-single-mutation.ts';
import { savableCampaignSchema } from './campaign-draft.ts';
import type { CampaignForm } from './campaign-form-fields.tsx';
import { dropProposedCampaign, keepProposedCampaign, proposedCampaign } from './proposed-campaign.ts';
import { showProblems } from './show-problems.ts';
import { savableSourceSchema } from './source-draft.ts';
import type { SourceForm } from './source-fields.tsx';

interface NewCampaignEdit {
  readonly settings: CampaignForm;
  readonly source: SourceForm;
  readonly create: UseMutationResult<Campaign, Error, CreateCampaign>;
  readonly submit: () => Promise<void>;
}

/** The two forms of a new campaign, how it calls and whom, which are kept until it is made. */
export function useNewCampaign(onCreated: (campaignId: CampaignId) => void): NewCampaignEdit {
  const { drafts } = usePlatform();
  const [kept] = useState(() => proposedCampaign(drafts));
  const settings: CampaignForm = useForm({
    defaultValues: kept.settings,
    resolver: zodResolver(savableCampaignSchema),
  });
  const source: SourceForm = useForm({
    defaultValues: kept.source,
    resolver: zodResolver(savableSourceSchema),
  });
  useKeptDraft(settings, source);
  useAskBeforeUnload(settings.formState.isDirty || source.formState.isDirty);
  const create = useCreateCampaign(settings, onCreated);
  return {
    settings,
    source,
    create,
    // Both say what is wrong with them. The settings come last: they have the name, which is above all else, and the focus goes there.
    submit: async () => {
      let customers: CampaignSource | null = null;
      await source.handleSubmit((chosen) => {
        customers = chosen;
      })();
      await settings.handleSubmit((wanted) => {
        if (customers !== null) create.mutate({ settings: wanted, customers });
      })();
    },
  };
}

function useKeptDraft(settings: CampaignForm, source: SourceForm): void {
  const { drafts } = usePlatform();
  const { subscribe: followSettings, getValues: settingsNow } = settings;
  const { subscribe: followSource, getValues: sourceNow } = source;
  useEffect(() => {
    const callback = (): void =>
      keepProposedCampaign(drafts, { settings: settingsNow(), source: sourceNow() });
    const forgetSettings = followSettings({ formState: { values: true }, callback });
    const forgetSource = followSource({ formState: { values: true }, callback });
    return () => {
      forgetSettings();
      forgetSource();
    };
  }, [drafts, followSettings, settingsNow, followSource, sourceNow]);
}

function useCreateCampaign(
  form: CampaignForm,
  onCreated: (campaignId: CampaignId) => void,
): NewCampaignEdit['create'] {
  const { t } = useTranslation('campaigns');
  const { api, drafts, toasts } = usePlatform();
  const cache = useQueryClient();
  return useSingleMutation({
    mutationKey: ['create-campaign'],
    mutationFn: api.createCampaign,
    onSuccess: (campaign) => {
      dropProposedCampaign(drafts);
      applyCampaign(cache, campaign);
      showToast(toasts, 'done', t('form.created', { name: campaign.settings.name }));
      onCreated(campaign.id);
    },
    onError: (error) => showProblems(form, error),
  });
}
