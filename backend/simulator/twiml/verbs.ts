import type { z } from 'zod';
import type {
  conferenceAttributes,
  connectAttributes,
  conversationRelayAttributes,
  dialAttributes,
  gatherAttributes,
  recordAttributes,
  transcriptionAttributes,
} from './attributes.ts';

/** What a TwiML document tells a call to do, in order (twilio.com/docs/voice/twiml). */
export type Verb =
  | Prompt
  | Gather
  | DialConference
  | ConnectRelay
  | Redirect
  | RecordVoice
  | { readonly type: 'hang-up' }
  | { readonly type: 'start-transcription'; readonly settings: TranscriptionSettings }
  | { readonly type: 'stop-transcription'; readonly name: string };

/** What can be nested in a Gather, and all that hold and announcement documents may contain but for a Redirect. */
export type Prompt =
  | { readonly type: 'say'; readonly text: string; readonly loop: number }
  | { readonly type: 'play'; readonly url: string; readonly loop: number }
  | { readonly type: 'press-keys'; readonly digits: string }
  | { readonly type: 'pause'; readonly seconds: number };

export interface Gather {
  readonly type: 'gather';
  readonly settings: GatherSettings;
  readonly prompts: readonly Prompt[];
}

export interface DialConference {
  readonly type: 'dial-conference';
  readonly name: string;
  readonly dial: z.output<typeof dialAttributes>;
  readonly settings: ConferenceSettings;
}

export interface ConnectRelay {
  readonly type: 'connect-relay';
  readonly connect: z.output<typeof connectAttributes>;
  readonly settings: ConversationRelaySettings;
  readonly customParameters: Readonly<Record<string, string>>;
}

export interface Redirect {
  readonly type: 'redirect';
  readonly url: string;
  readonly method: 'GET' | 'POST';
}

export interface RecordVoice {
  readonly type: 'record';
  readonly settings: RecordSettings;
}

export type GatherSettings = z.output<typeof gatherAttributes>;
export type ConferenceSettings = z.output<typeof conferenceAttributes>;
export type ConversationRelaySettings = z.output<typeof conversationRelayAttributes>;
export type RecordSettings = z.output<typeof recordAttributes>;
export type TranscriptionSettings = z.output<typeof transcriptionAttributes>;
