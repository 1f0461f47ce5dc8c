import type { Intent } from '../../contract/vocabulary.ts';

/** What a menu offers, and the key that leads there. */
export interface MenuChoice {
  readonly topic: string;
  readonly key: string;
}

/** A recorded voice instead of a person. */
export type MachineKind =
  /** An answering machine, or the announcement that the office is closed. */
  | { readonly type: 'voicemail' }
  | { readonly type: 'ivr'; readonly choices: readonly MenuChoice[] }
  /** A recording notice, or the request to hold the line: a person follows. */
  | { readonly type: 'preamble' }
  | { readonly type: 'out-of-service' };

/** What a customer's turn means. `confidence` is the estimated probability, 0 to 1, that the intent is right. */
export type Classification =
  | { readonly intent: Exclude<Intent, 'machine'>; readonly confidence: number }
  | { readonly intent: 'machine'; readonly kind: MachineKind; readonly confidence: number };
