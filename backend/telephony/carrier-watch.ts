import type { CarrierTrouble } from '../contract/telephony.ts';
import type { Clock } from '../kernel/clock.ts';
import type { CarrierCommand, CarrierOutcome } from './carrier-command.ts';
import type { Telephony } from './telephony.ts';

export interface WatchedCarrier {
  readonly telephony: Telephony;
  /**
   * Of the commands that failed since the process started, whether or not they are tried again, the last whose kind has not worked since;
   * else the last; null when none failed.
   */
  lastTrouble(): CarrierTrouble | null;
}

/** Remembers, for those who look after the line, what went wrong last. */
export function watchCarrier(telephony: Telephony, clock: Clock): WatchedCarrier {
  const troubles = new Map<CarrierCommand['type'], CarrierTrouble>();

  function failed(command: CarrierCommand, trouble: Trouble): void {
    const at = clock.now().toISOString();
    troubles.set(command.type, { ...trouble, command: command.type, at, overAt: null });
  }

  function worked(command: CarrierCommand): void {
    const trouble = troubles.get(command.type);
    if (trouble?.overAt !== null) return;
    troubles.set(command.type, { ...trouble, overAt: clock.now().toISOString() });
  }

  function note(command: CarrierCommand, outcome: CarrierOutcome): void {
    const trouble = troubleOf(outcome);
    if (trouble !== null) failed(command, trouble);
    else if (outcome.type === 'done' || outcome.type === 'rung') worked(command);
  }

  return {
    telephony: {
      ...telephony,
      async execute(command, repeated) {
        try {
          const outcome = await telephony.execute(command, repeated);
          note(command, outcome);
          return outcome;
        } catch (error) {
          // Its message may quote a telephone number.
          failed(command, { kind: 'defect', detail: error instanceof Error ? error.name : null });
          throw error;
        }
      },
    },
    lastTrouble() {
      const known = [...troubles.values()];
      return newest(known.filter(({ overAt }) => overAt === null)) ?? newest(known);
    },
  };
}

type Trouble = Pick<CarrierTrouble, 'kind' | 'detail'>;

function newest(troubles: readonly CarrierTrouble[]): CarrierTrouble | null {
  return troubles.toSorted((one, other) => other.at.localeCompare(one.at))[0] ?? null;
}

/** A wrong number is the customer's, not the line's. */
function troubleOf(outcome: CarrierOutcome): Trouble | null {
  switch (outcome.type) {
    case 'done':
    case 'rung':
    case 'gone':
      return null;
    case 'throttled':
      return { kind: 'throttled', detail: null };
    case 'unknown':
      return { kind: 'no-answer', detail: outcome.detail };
    case 'refused': {
      const { reason, detail } = outcome;
      if (reason === 'invalid-number') return null;
      return { kind: reason === 'carrier' ? 'refused' : reason, detail };
    }
  }
}
