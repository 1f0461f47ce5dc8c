import type { ObservedLeg } from '../../backend/simulator/observation.ts';
import type { System } from './system.ts';

/** The lines of those who are phoned, in a conference or not; agents have softphones. */
export function customerLinesOf({ simulator }: Pick<System, 'simulator'>): readonly ObservedLeg[] {
  return simulator.observe().legs.filter(({ to }) => to.startsWith('+'));
}
