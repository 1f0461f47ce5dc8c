/** The only source of the present moment. Tests and the accelerated simulator bring their own. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };
