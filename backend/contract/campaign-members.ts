import { z } from 'zod';
import {
  campaignDelaySchema,
  campaignMemberStateSchema,
  campaignSkipSchema,
  campaignSourceSchema,
} from './campaigns.ts';
import { callIdSchema, customerIdSchema } from './ids.ts';
import { callResultSchema, instantSchema, resultReasonSchema } from './vocabulary.ts';

/** A customer in a campaign. */
export const campaignMemberSchema = z.object({
  customer: z.object({ id: customerIdSchema, company: z.string(), person: z.string().nullable() }),
  /** E.164, as it was dialled last, or will be; empty where there is none. */
  phoneNumber: z.string(),
  state: campaignMemberStateSchema,
  /** Of a skipped one why, of a pending one why not now; else null. */
  reason: z.union([campaignSkipSchema, campaignDelaySchema]).nullable(),
  /** Calls of this campaign to them. */
  attempts: z.int().nonnegative(),
  /** Of a pending one: not before. Null where it is its turn in the order of the list. */
  nextAttemptAt: instantSchema.nullable(),
  /** The last call of this campaign to them; its result as it is now. */
  lastCall: z
    .object({
      callId: callIdSchema,
      at: instantSchema,
      result: callResultSchema.nullable(),
      resultReason: resultReasonSchema.nullable(),
    })
    .nullable(),
});
export type CampaignMember = z.infer<typeof campaignMemberSchema>;

/** Pages by key, in the order of the list: `after` is the `next` of the page before. */
export const campaignMembersQuerySchema = z.object({
  state: campaignMemberStateSchema.optional(),
  /** As in `customerFilterSchema`. */
  search: z.string().trim().max(100).optional(),
  after: z.coerce.number().int().nonnegative().optional(),
  limit: z.coerce.number().int().min(1).max(200).default(100),
});
export type CampaignMembersQuery = z.infer<typeof campaignMembersQuerySchema>;
/** Agents are shown the customers that they may see. */
export const campaignMemberPageSchema = z.object({
  members: z.array(campaignMemberSchema),
  next: z.int().nullable(),
});
export type CampaignMemberPage = z.infer<typeof campaignMemberPageSchema>;

/** Customers to be taken into a campaign that exists, or out of it. */
export const changeMembersSchema = z.object({ customerIds: z.array(customerIdSchema).min(1).max(1_000) });

const customersSchema = z.int().nonnegative();

export const previewCampaignSchema = z.object({ customers: campaignSourceSchema });
/** What a campaign with these customers would begin with. */
export const campaignPreviewSchema = z.object({
  customers: customersSchema,
  /** Who would be called. */
  callable: customersSchema,
  /** Who would not, and why; reasons without anybody are left out. */
  leftOut: z.array(z.object({ reason: campaignSkipSchema, customers: customersSchema })),
  /** Of the callable, those whom a campaign that is running or paused has, too: one of the two calls them. */
  inOtherCampaigns: customersSchema,
});
export type CampaignPreview = z.infer<typeof campaignPreviewSchema>;
