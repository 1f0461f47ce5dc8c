import type { Asked } from '../conversation-state.ts';

/** How often each thing is asked in a call, in whatever words. */
const ASKED: Readonly<Record<keyof Asked, number>> = {
  putThrough: 4,
  successor: 1,
  consent: 4,
  humanInstead: 4,
  repeat: 4,
  anybodyThere: 4,
  // Then the call is handed over to whoever can be had.
  patience: 2,
};

/** No conversation goes round in circles: each of these ends in a human or in a polite good-bye. */
export const LIMITS = {
  /** The customer's turns outside `holding`. */
  turns: 12,
  turnsWithoutProgress: 10,
  silencesInARow: 3,
  asked: ASKED,
  /** Noises instead of an answer, before the question is closed. */
  noisesInARow: 3,
  unknownsBeforeStandby: 2,
  clarificationsBeforeStandby: 3,
  /** 「はい」 that leads nowhere, before we take it for a transfer. */
  acknowledgementsInARow: 3,
  holdingSeconds: 90,
} as const;
