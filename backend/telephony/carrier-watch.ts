import type { CarrierTrouble } from '../contract/telephony.ts';
import type { Clock } from '../kernel/clock.ts';
import type { CarrierCommand, CarrierOutcome } from './carrier-command.ts';
import type { Telephony } from './telephony.ts';

export interface WatchedCarrier {
  readonly telephony: Telephony;
  /** The last command that failed since the process started, whether or not it is tried again; null when none did. */
  lastTrouble(): CarrierTrouble | null;
}

/** Remembers, for those who look after the line, what went wrong last. */
export function watchCarrier(telephony: Telephony, clock: Clock): WatchedCarrier {
  let last: CarrierTrouble | null = null;

  function note(command: CarrierCommand, outcome: CarrierOutcome): void {
    const trouble = troubleOf(outcome);
    if (trouble !== null) last = { ...trouble, command: command.type, at: clock.now().toISOString() };
  }

  return {
    telephony: {
      ...telephony,
      async execute(command) {
        const outcome = await telephony.execute(command);
        note(command, outcome);
        return outcome;
      },
    },
    lastTrouble: () => last,
  };
}

function troubleOf(outcome: CarrierOutcome): Pick<CarrierTrouble, 'kind' | 'detail'> | null {
  switch (outcome.type) {
    case 'done':
    case 'gone':
      return null;
    case 'throttled':
      return { kind: 'throttled', detail: null };
    case 'unknown':
      return { kind: 'no-answer', detail: outcome.detail };
    case 'refused':
      return { kind: outcome.reason === 'carrier' ? 'refused' : outcome.reason, detail: outcome.detail };
  }
}
