import type { Overload } from '../contract/events.ts';

/** What was measured in the last second. */
export interface LoadMeasurement {
  /** The longest that the event loop was late with anything. */
  readonly lagMs: number;
  /** For how long the command to the carrier that waits longest has waited for its first turn. */
  readonly waitMs: number;
}

/** What is put off, in the order in which it is. Calls that are on, and calls by hand, never are. */
export const putOffs = ['nothing', 'campaigns', 'campaigns-and-reports'] as const;
type PutOff = (typeof putOffs)[number];

export interface LoadState {
  /** Null: nothing is put off. */
  readonly overload: Overload | null;
  /** So many measurements in a row asked for more to be put off. */
  readonly bad: number;
  /** So many in a row would have less put off. */
  readonly calm: number;
}

export const unloaded: LoadState = { overload: null, bad: 0, calm: 0 };

interface Step {
  readonly putOff: Overload['putOff'];
  readonly from: LoadMeasurement;
}

/**
 * From where on something is put off. Half a second is much of the 1.2 s in which a customer hears the AI's answer. A call that waits for its
 * turn for a quarter of a minute was started too early: its agent may be gone when the customer answers.
 */
const steps: readonly Step[] = [
  { putOff: 'campaigns', from: { lagMs: 500, waitMs: 15_000 } },
  { putOff: 'campaigns-and-reports', from: { lagMs: 1_000, waitMs: 30_000 } },
];

/** Below this part of it nothing keeps it up. */
const untilPart = 0.5;
/** One long garbage collection is no load. */
const badEnough = 3;
/** Longer than what was put off takes to come back. */
const calmEnough = 10;

/** What follows from one more measurement: one step more or less at a time, after several measurements that agree. */
export function afterMeasurement(state: LoadState, measured: LoadMeasurement): LoadState {
  const level = putOffs.indexOf(putOffIn(state));
  const wanted = levelOf(measured, 1);
  if (wanted > level) {
    const bad = state.bad + 1;
    if (bad < badEnough) return { ...state, bad, calm: 0 };
    return { overload: overloadAt(level + 1, measured), bad: 0, calm: 0 };
  }
  if (levelOf(measured, untilPart) >= level) return { ...state, bad: 0, calm: 0 };
  const calm = state.calm + 1;
  if (calm < calmEnough) return { ...state, bad: 0, calm };
  return { overload: lessOf(state, level - 1), bad: 0, calm: 0 };
}

export function putOffIn({ overload }: LoadState): PutOff {
  return overload?.putOff ?? 'nothing';
}

/** How many steps the measurement reaches, where each is taken at `part` of its height. */
function levelOf(measured: LoadMeasurement, part: number): number {
  return steps.findLastIndex(({ from }) => reaches(measured, from, part)) + 1;
}

function reaches({ lagMs, waitMs }: LoadMeasurement, from: LoadMeasurement, part: number): boolean {
  return lagMs >= from.lagMs * part || waitMs >= from.waitMs * part;
}

function overloadAt(level: number, { lagMs }: LoadMeasurement): Overload | null {
  const step = steps[level - 1];
  if (step === undefined) return null;
  const because = lagMs >= step.from.lagMs ? 'event-loop' : 'carrier-commands';
  return { because, putOff: step.putOff };
}

/** What began it is still what it goes on for. */
function lessOf({ overload }: LoadState, level: number): Overload | null {
  const step = steps[level - 1];
  return step === undefined || overload === null ? null : { ...overload, putOff: step.putOff };
}
