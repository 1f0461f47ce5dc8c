import { describe, expect, it } from 'vitest';
import { createCircuitBreaker } from '../../../../backend/conversation/models/circuit-breaker.ts';
import { fixedClock } from '../../../support/fixed-clock.ts';

function breakerAfter(failures: number) {
  const clock = fixedClock();
  const breaker = createCircuitBreaker(clock);
  for (let failure = 0; failure < failures; failure += 1) breaker.failed();
  return { clock, breaker };
}

describe('a circuit breaker', () => {
  it('opens at the third failure in a row', () => {
    expect(breakerAfter(2).breaker.isOpen()).toBe(false);
    expect(breakerAfter(3).breaker.isOpen()).toBe(true);
  });

  it('does not count failures with a success between them', () => {
    const { breaker } = breakerAfter(2);

    breaker.succeeded();
    breaker.failed();

    expect(breaker.isOpen()).toBe(false);
  });

  it('closes for another try after a minute', () => {
    const { clock, breaker } = breakerAfter(3);

    clock.pass(59);
    const before = breaker.isOpen();
    clock.pass(1);

    expect(before).toBe(true);
    expect(breaker.isOpen()).toBe(false);
  });

  it('opens again when that try fails', () => {
    const { clock, breaker } = breakerAfter(3);
    clock.pass(60);

    breaker.failed();

    expect(breaker.isOpen()).toBe(true);
  });

  it('bears two failures again once that try has succeeded', () => {
    const { clock, breaker } = breakerAfter(3);
    clock.pass(60);

    breaker.succeeded();
    breaker.failed();
    breaker.failed();

    expect(breaker.isOpen()).toBe(false);
  });
});
