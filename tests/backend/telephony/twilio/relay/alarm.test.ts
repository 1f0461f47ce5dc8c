import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createAlarm } from '../../../../../backend/telephony/twilio/relay/alarm.ts';
import { fixedClock } from '../../../../support/fixed-clock.ts';

describe('an alarm', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });

  afterEach(() => {
    vi.useRealTimers();
  });

  it('goes by the clock, also when that stands still for a while', () => {
    const clock = fixedClock();
    const rung = vi.fn();
    createAlarm(clock, 20)(5_000, rung);

    vi.advanceTimersByTime(5_000);
    const whileItStood = rung.mock.calls.length;
    clock.pass(5);
    vi.advanceTimersByTime(250);

    expect([whileItStood, rung.mock.calls.length]).toEqual([0, 1]);
  });

  it('can be canceled, also after the clock stood still', () => {
    const clock = fixedClock();
    const rung = vi.fn();
    const cancel = createAlarm(clock, 1)(1_000, rung);
    vi.advanceTimersByTime(1_500);

    cancel();
    clock.pass(2);
    vi.advanceTimersByTime(5_000);

    expect(rung).not.toHaveBeenCalled();
  });
});
