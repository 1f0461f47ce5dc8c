import { z } from 'zod';

/** Ids are branded, so that a customer's id can never be passed where a call's is meant. */
export const callIdSchema = z
  .string()
  .regex(/^call_[0-9a-z]{20}$/)
  .brand<'CallId'>();
export const legIdSchema = z
  .string()
  .regex(/^leg_[0-9a-z]{20}$/)
  .brand<'LegId'>();
export const handoffIdSchema = z
  .string()
  .regex(/^handoff_[0-9a-z]{20}$/)
  .brand<'HandoffId'>();
export const offerIdSchema = z
  .string()
  .regex(/^offer_[0-9a-z]{20}$/)
  .brand<'OfferId'>();
export const customerIdSchema = z
  .string()
  .regex(/^customer_[0-9a-z]{20}$/)
  .brand<'CustomerId'>();
export const reminderIdSchema = z
  .string()
  .regex(/^reminder_[0-9a-z]{20}$/)
  .brand<'ReminderId'>();
export const importIdSchema = z
  .string()
  .regex(/^import_[0-9a-z]{20}$/)
  .brand<'ImportId'>();
export const viewIdSchema = z
  .string()
  .regex(/^view_[0-9a-z]{20}$/)
  .brand<'ViewId'>();
export const campaignIdSchema = z
  .string()
  .regex(/^campaign_[0-9a-z]{20}$/)
  .brand<'CampaignId'>();
export const alertIdSchema = z
  .string()
  .regex(/^alert_[0-9a-z]{20}$/)
  .brand<'AlertId'>();
/** An agent is a user account; the sign-in library makes the id. */
export const agentIdSchema = z.string().min(1).max(64).brand<'AgentId'>();
/** One running copy of the console. Of several open ones, only the one that accepted answers the softphone. */
export const clientIdSchema = z.uuid().brand<'ClientId'>();

export type CallId = z.infer<typeof callIdSchema>;
export type LegId = z.infer<typeof legIdSchema>;
export type HandoffId = z.infer<typeof handoffIdSchema>;
export type OfferId = z.infer<typeof offerIdSchema>;
export type CustomerId = z.infer<typeof customerIdSchema>;
export type ReminderId = z.infer<typeof reminderIdSchema>;
export type ImportId = z.infer<typeof importIdSchema>;
export type ViewId = z.infer<typeof viewIdSchema>;
export type CampaignId = z.infer<typeof campaignIdSchema>;
export type AlertId = z.infer<typeof alertIdSchema>;
export type AgentId = z.infer<typeof agentIdSchema>;
export type ClientId = z.infer<typeof clientIdSchema>;
