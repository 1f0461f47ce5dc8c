import type { Intent } from '../contract/vocabulary.ts';

/** What happened in one round of listening, or what the shell has to tell the engine. */
export type TurnInput =
  | {
      readonly type: 'speech';
      readonly text: string;
      /** 0 to 1, of the speech recognition. */
      readonly confidence: number;
      /** What a language model takes the words for; counts only where our own classification is a guess. */
      readonly opinion?: Intent;
      readonly at: Date;
    }
  | { readonly type: 'keys'; readonly digits: string; readonly at: Date }
  /** A whole round without speech. Before the customer has joined there is nobody to be silent: do not feed it then. */
  | { readonly type: 'silence'; readonly at: Date }
  | { readonly type: 'notice'; readonly notice: Notice; readonly at: Date };

export type Notice =
  /** After `connect`: nobody could be had. The answer apologises and ends. */
  | 'handoff-failed'
  /** After `prepare`: an agent is in the conference, muted. Says nothing; the next turn may connect at once. */
  | 'standby-ready'
  /** The standby agent is gone, or nobody accepted. Says nothing. */
  | 'standby-lost'
  /** The carrier believes that a machine answered. Says nothing; it colours how the next turns are understood. */
  | 'machine-detected';
