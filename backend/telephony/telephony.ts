import type { AgentId } from '../contract/ids.ts';
import type { SoftphoneToken } from '../contract/session.ts';
import type { CarrierCommand, CarrierOutcome } from './carrier-command.ts';

/** The carrier, in our words. The one implementation is `telephony/twilio`; it never throws for what the network does. */
export interface Telephony {
  execute(command: CarrierCommand): Promise<CarrierOutcome>;
  /**
   * After a crash: whether a command that was sent without an answer had its effect. Only asked for `dial-customer`, `add-ai` and
   * `ring-softphone`; `not-done` promises that the carrier knows no such leg.
   */
  settle(command: CarrierCommand): Promise<CarrierOutcome | { readonly type: 'not-done' }>;
  /** Lets an agent's softphone register, for an hour. */
  softphoneToken(agentId: AgentId): SoftphoneToken;
}
