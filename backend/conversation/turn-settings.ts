import type { ConversationSettings } from '../contract/agents.ts';
import type { Templates } from './templates.ts';
import type { IsHoliday } from './time/business-days.ts';

/** Everything about the two companies that the engine needs, fixed for the length of a call. */
export interface TurnSettings {
  readonly conversation: ConversationSettings;
  /** Complete: the agent's own texts over the defaults, see `withDefaults`. */
  readonly templates: Templates;
  readonly callee: Callee;
  /** IANA zone of the customer: what they mean by "three o'clock". */
  readonly zone: string;
  readonly isHoliday: IsHoliday;
  /** Says in the opening that the call is recorded. */
  readonly recordingNotice: boolean;
  /** Leaves the `voicemail` text on an answering machine instead of hanging up without a word. */
  readonly leaveVoicemail: boolean;
}

export interface Callee {
  readonly company: string;
  readonly person: string | null;
  readonly department: string | null;
}
