import { zodResolver } from '@hookform/resolvers/zod';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useState } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { z } from 'zod';
import type { Campaign } from '../../../../backend/contract/campaigns.ts';
import { applyCampaign } from '../../../platform/apply-campaign.ts';
import type { Versioned } from '../../../platform/field-merge.ts';
import { usePlatform } from '../../../platform/platform-context.ts';
import { showToast } from '../../../platform/toasts.ts';
import { useVersionedSave, type VersionedSave } from '../../../platform/use-versioned-save.ts';
import { type CampaignDraft, campaignDraftSchema, draftOf, savableCampaignSchema } from './campaign-draft.ts';
import type { CampaignForm } from './campaign-form-fields.tsx';
import { showProblems } from './show-problems.ts';

const keptSchema = z.object({
  base: z.object({ version: z.number(), fields: campaignDraftSchema }),
  draft: campaignDraftSchema,
});

/** Where what was not saved of a campaign is kept. */
export function draftKeyOf({ id }: Pick<Campaign, 'id'>): string {
  return `edited-${id}`;
}

interface CampaignEdit {
  readonly form: CampaignForm;
  readonly save: VersionedSave<CampaignDraft>;
  /** It goes on where somebody left it. */
  readonly resumed: boolean;
  /** The version that is edited. */
  readonly version: number;
  readonly submit: () => void;
}

/** The form of a campaign's settings: kept while it is not saved, put together with what others have changed meanwhile. */
export function useCampaignForm(campaign: Campaign, onDone: () => void): CampaignEdit {
  const { t } = useTranslation('campaigns');
  const { api, drafts, toasts } = usePlatform();
  const cache = useQueryClient();
  const [kept] = useState(() => keptSchema.safeParse(drafts.recall(draftKeyOf(campaign))).data ?? null);
  const [base] = useState(kept?.base ?? versionedOf(campaign));
  const form: CampaignForm = useForm({
    defaultValues: base.fields,
    resolver: zodResolver(savableCampaignSchema),
  });
  useKeptDraft(form, campaign, { base, draft: kept?.draft ?? null });
  const shown = (fresh: Campaign): Versioned<CampaignDraft> => {
    applyCampaign(cache, fresh);
    return versionedOf(fresh);
  };
  const save = useVersionedSave<CampaignDraft>({
    mutationKey: ['change-campaign', campaign.id],
    read: async () => shown(await api.campaign(campaign.id)),
    write: async (basedOn, draft) => {
      // Putting two drafts together leaves each field as one of them had it, and both were fit to be saved.
      const settings = savableCampaignSchema.parse(draft);
      return shown(await api.changeCampaign(campaign.id, { basedOn, settings }));
    },
    onSaved: () => {
      drafts.drop(draftKeyOf(campaign));
      showToast(toasts, 'done', t('form.saved'));
      onDone();
    },
    onRefused: (error) => showProblems(form, error),
  });
  return {
    form,
    save,
    resumed: kept !== null,
    version: base.version,
    submit: () => void form.handleSubmit(() => save.save(base, form.getValues()))(),
  };
}

interface Kept {
  readonly base: Versioned<CampaignDraft>;
  readonly draft: CampaignDraft | null;
}

/** Also whoever turns to another screen is told the way back. */
function useKeptDraft(form: CampaignForm, campaign: Campaign, { base, draft }: Kept): void {
  const { t } = useTranslation('campaigns');
  const { drafts, toasts } = usePlatform();
  const [, navigate] = useLocation();
  const { reset, subscribe } = form;
  const key = draftKeyOf(campaign);
  useEffect(() => {
    if (draft !== null) reset(draft, { keepDefaultValues: true });
    return subscribe({
      formState: { values: true, isDirty: true },
      callback: ({ values, isDirty }) => {
        if (isDirty) drafts.keep(key, { base, draft: values });
        else drafts.drop(key);
      },
    });
  }, [draft, reset, subscribe, drafts, key, base]);

  const onLeave = useEffectEvent((): void => {
    if (drafts.recall(key) === undefined) return;
    const run = (): void => navigate(`/campaigns/${campaign.id}/settings`);
    const { name } = campaign.settings;
    showToast(toasts, 'done', t('form.unsaved', { name }), { label: t('form.goOn'), run });
  });
  useEffect(() => () => onLeave(), []);
}

function versionedOf({ version, settings }: Campaign): Versioned<CampaignDraft> {
  return { version, fields: draftOf(settings) };
}
