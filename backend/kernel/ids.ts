import { randomBytes } from 'node:crypto';
import {
  type AlertId,
  alertIdSchema,
  type CallId,
  type CampaignId,
  type CustomerId,
  callIdSchema,
  campaignIdSchema,
  customerIdSchema,
  type HandoffId,
  handoffIdSchema,
  type ImportId,
  importIdSchema,
  type LegId,
  legIdSchema,
  type OfferId,
  offerIdSchema,
  type ReminderId,
  reminderIdSchema,
  type ViewId,
  viewIdSchema,
} from '../contract/ids.ts';
import type { Clock } from './clock.ts';

/** Makes ids that sort by the time of their making, so that indexes grow at their end. */
export interface Ids {
  call(): CallId;
  leg(): LegId;
  handoff(): HandoffId;
  offer(): OfferId;
  customer(): CustomerId;
  reminder(): ReminderId;
  import(): ImportId;
  view(): ViewId;
  campaign(): CampaignId;
  alert(): AlertId;
  /** Unguessable, without meaning: conference names, one-time tickets. */
  random(): string;
}

export function createIds(clock: Clock): Ids {
  const next = (kind: string): string => `${kind}_${timePart(clock.now())}${randomPart()}`;
  return {
    call: () => callIdSchema.parse(next('call')),
    leg: () => legIdSchema.parse(next('leg')),
    handoff: () => handoffIdSchema.parse(next('handoff')),
    offer: () => offerIdSchema.parse(next('offer')),
    customer: () => customerIdSchema.parse(next('customer')),
    reminder: () => reminderIdSchema.parse(next('reminder')),
    import: () => importIdSchema.parse(next('import')),
    view: () => viewIdSchema.parse(next('view')),
    campaign: () => campaignIdSchema.parse(next('campaign')),
    alert: () => alertIdSchema.parse(next('alert')),
    random: () => randomBytes(24).toString('base64url'),
  };
}

function timePart(now: Date): string {
  return now.getTime().toString(36).padStart(9, '0');
}

function randomPart(): string {
  return BigInt(`0x${randomBytes(8).toString('hex')}`)
    .toString(36)
    .padStart(13, '0')
    .slice(-11);
}
