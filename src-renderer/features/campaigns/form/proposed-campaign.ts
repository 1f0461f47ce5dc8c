import { z } from 'zod';
import type { CustomerId } from '../../../../backend/contract/ids.ts';
import type { Drafts } from '../../../platform/drafts.ts';
import { campaignDraftSchema, emptyDraft } from './campaign-draft.ts';
import { emptySource, type SourceDraft, sourceDraftSchema } from './source-draft.ts';

const keptSchema = z.object({ settings: campaignDraftSchema, source: sourceDraftSchema });
export type ProposedCampaign = z.infer<typeof keptSchema>;

/** Where what was written of a new campaign is kept. */
const draftKey = 'new-campaign';

/** What was written of a new campaign, until it is made. */
export function proposedCampaign(drafts: Drafts): ProposedCampaign {
  return keptSchema.safeParse(drafts.recall(draftKey)).data ?? { settings: emptyDraft, source: emptySource };
}

export function keepProposedCampaign(drafts: Drafts, proposed: ProposedCampaign): void {
  drafts.keep(draftKey, proposed);
}

export function dropProposedCampaign(drafts: Drafts): void {
  drafts.drop(draftKey);
}

/** The new campaign is to call these; how it calls stays as it was written. */
export function proposeCustomers(drafts: Drafts, customerIds: readonly CustomerId[]): void {
  const { settings, source } = proposedCampaign(drafts);
  const chosen: SourceDraft = { ...source, type: 'customers', customerIds: [...customerIds] };
  keepProposedCampaign(drafts, { settings, source: chosen });
}
