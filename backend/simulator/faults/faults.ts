import type { Clock } from '../../kernel/clock.ts';
import { decideFault, type Occasion } from './decide-fault.ts';
import { type FaultKind, type FaultPlan, noFaults } from './fault-plan.ts';
import { seededRandom } from './seeded-random.ts';

/** What goes wrong in the simulated network, as its plan says. */
export interface Faults {
  plan(): FaultPlan;
  /** From now on; counts begin anew, and so does chance. */
  follow(plan: FaultPlan): void;
  /** Asked wherever something can go wrong. `about` is the name or SID of what it is about. */
  strike(occasion: Occasion, about: string): FaultKind | null;
  /** The same for what happens later, if at all: `note` tells then that it did. */
  decide(occasion: Occasion, about: string): FaultKind | null;
  note(kind: StruckKind, about: string): void;
  /** From `least` to `most`, by the same chance. */
  between(least: number, most: number, about: string): number;
  /** From now on what happens to `name` belongs to the same call as `subject`. */
  belongs(name: string, subject: string): void;
  /** How often each kind has struck; those that never did are left out. */
  counts(): Partial<Record<StruckKind, number>>;
  /** The newest ones, oldest first. */
  struck(): readonly StruckFault[];
}

export type StruckKind = FaultKind | 'calls-per-second';

export interface StruckFault {
  readonly kind: StruckKind;
  /** Of the call that it happened to: the customer's number, where that is known. */
  readonly subject: string;
  /** Simulated time. */
  readonly at: Date;
}

const REMEMBERED = 20_000;

/**
 * Chance runs separately for every call and occasion: what happens to one call does not depend on which others go on at the same time, so
 * that one that went wrong can be held again by itself.
 */
export function createFaults(clock: Clock): Faults {
  const subjects = new Map<string, string>();
  const chances = new Map<string, () => number>();
  const counts = new Map<StruckKind, number>();
  const struck: StruckFault[] = [];
  let plan = noFaults;

  const subjectOf = (name: string): string => subjects.get(name) ?? name;

  function chance(name: string): () => number {
    const known = chances.get(name);
    if (known !== undefined) return known;
    const fresh = seededRandom(plan.seed, name);
    chances.set(name, fresh);
    forgetOldest(chances);
    return fresh;
  }

  function decide(occasion: Occasion, about: string): FaultKind | null {
    return decideFault(plan, chance(`${subjectOf(about)} ${occasion}`), occasion);
  }

  function note(kind: StruckKind, about: string): void {
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
    struck.push({ kind, subject: subjectOf(about), at: clock.now() });
    if (struck.length > REMEMBERED) struck.shift();
  }

  return {
    plan: () => plan,
    follow: (next) => {
      plan = next;
      chances.clear();
      counts.clear();
      struck.length = 0;
    },
    strike: (occasion, about) => {
      const kind = decide(occasion, about);
      if (kind !== null) note(kind, about);
      return kind;
    },
    decide,
    note,
    between: (least, most, about) => least + chance(`${subjectOf(about)} how much`)() * (most - least),
    belongs: (name, subject) => {
      subjects.set(name, subjectOf(subject));
      forgetOldest(subjects);
    },
    counts: () => Object.fromEntries(counts),
    struck: () => [...struck],
  };
}

function forgetOldest(map: Map<string, unknown>): void {
  if (map.size <= REMEMBERED) return;
  for (const key of map.keys()) {
    map.delete(key);
    return;
  }
}
