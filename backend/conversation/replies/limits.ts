/** No conversation goes round in circles: each of these ends in a human or in a polite good-bye. */
export const LIMITS = {
  /** The customer's turns outside `holding`. */
  turns: 12,
  turnsWithoutProgress: 10,
  silencesInARow: 3,
  /** How often one thing is asked in a call, in whatever words. */
  sameQuestion: 4,
  /** How often we ask for the successor of somebody who has left. */
  successor: 1,
  /** Noises instead of an answer, before the question is closed. */
  noisesInARow: 3,
  /** How often somebody is asked to wait for a human before the call is handed over to whoever can be had. */
  patience: 2,
  unknownsBeforeStandby: 2,
  clarificationsBeforeStandby: 3,
  /** 「はい」 that leads nowhere, before we take it for a transfer. */
  acknowledgementsInARow: 3,
  holdingSeconds: 90,
} as const;
