import type { Carrier } from '../carrier.ts';
import type { Leg } from '../exchange/leg.ts';

const LONGEST_MS = 60_000;

/** Some legs are lost by the network at some time after they were answered. */
export function dropByChance(leg: Leg, { clock, faults }: Pick<Carrier, 'clock' | 'faults'>): void {
  leg.subscribe((event) => {
    if (event.type !== 'answered' || faults.decide('answer', leg.sid) === null) return;
    clock.after(faults.between(0, LONGEST_MS, leg.sid), () => {
      if (leg.phase().type !== 'in-progress') return;
      faults.note('participant-dropped', leg.sid);
      leg.hangUp();
    });
  });
}
