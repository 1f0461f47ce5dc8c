import type { AgentId } from '../contract/ids.ts';
import type { SoftphoneToken } from '../contract/session.ts';
import type { AskedLeg, CarrierCommand, CarrierOutcome } from './carrier-command.ts';
import type { LegEnd } from './carrier-events.ts';

/** The carrier, in our words. The one implementation is `telephony/twilio`; it never throws for what the network does. */
export interface Telephony {
  /** `repeated`: it was asked for before, and nobody knows whether it was done. */
  execute(command: CarrierCommand, repeated?: boolean): Promise<CarrierOutcome>;
  /**
   * After a crash or a broken connection: whether a leg that was asked for came to be. `not-done` promises that the carrier knows no
   * such leg.
   */
  findLeg(leg: AskedLeg): Promise<CarrierOutcome | { readonly type: 'not-done' }>;
  /** How a leg's phone call is now; for what was missed while nobody listened to webhooks. */
  legNow(legRef: string): Promise<LegNow>;
  /** Who is in the conference now; null when the carrier does not answer. */
  presentIn(conferenceRef: string): Promise<readonly PresentLeg[] | null>;
  /** Whether those in the conference hear each other; null when the carrier does not answer. */
  isMixed(conferenceRef: string): Promise<boolean | null>;
  /** The conferences that are on at the carrier, whoever began them; null when it does not answer. */
  liveConferences(): Promise<readonly LiveConference[] | null>;
  /** The numbers that customers may be shown: the account's own, and others' that were verified; null when the carrier does not answer. */
  callerNumbers(): Promise<readonly string[] | null>;
  /** Lets an agent's softphone register, for an hour. */
  softphoneToken(agentId: AgentId): SoftphoneToken;
}

export interface LiveConference {
  readonly conferenceRef: string;
  readonly name: string;
}

/** A leg in its conference, as the carrier treats it. */
export interface PresentLeg {
  readonly label: string;
  readonly muted: boolean;
  readonly onHold: boolean;
  /** The leg that alone hears it, by the carrier's id; null for an ordinary one. */
  readonly coaches: string | null;
}

export type LegNow =
  | { readonly type: 'ringing' }
  | { readonly type: 'up' }
  | ({ readonly type: 'ended' } & LegEnd)
  /** The carrier does not answer. */
  | { readonly type: 'unknown' };
