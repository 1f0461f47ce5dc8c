import { Refusal } from './errors.ts';

/** `retryAfter`: in so many whole seconds it may be tried again. */
export class TooManyAttempts extends Refusal {
  readonly retryAfter: number;

  constructor(seconds: number) {
    const whole = Math.max(1, Math.ceil(seconds));
    super('too-many-requests', `Too many attempts. Try again in ${whole} seconds.`);
    this.retryAfter = whole;
  }
}
