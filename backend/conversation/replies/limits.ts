/** No conversation goes round in circles: each of these ends in a human or in a polite good-bye. */
export const LIMITS = {
  /** The customer's turns outside `holding`. */
  turns: 12,
  turnsWithoutProgress: 10,
  silencesInARow: 3,
  unknownsBeforeStandby: 2,
  clarificationsBeforeStandby: 3,
  /** 「はい」 that leads nowhere, before we take it for a transfer. */
  acknowledgementsInARow: 3,
  holdingSeconds: 90,
} as const;
