import type { CarrierCommand, CarrierOutcome } from './carrier-command.ts';
import type { Telephony } from './telephony.ts';

/** Tells how long the carrier took for each command, and what came of it. */
export function timedTelephony(
  telephony: Telephony,
  observe: (
    command: CarrierCommand['type'],
    outcome: CarrierOutcome['type'] | 'defect',
    seconds: number,
  ) => void,
): Telephony {
  return {
    ...telephony,
    async execute(command, repeated) {
      const begun = performance.now();
      let outcome: CarrierOutcome | null = null;
      try {
        outcome = await telephony.execute(command, repeated);
        return outcome;
      } finally {
        observe(command.type, outcome?.type ?? 'defect', (performance.now() - begun) / 1_000);
      }
    },
  };
}
