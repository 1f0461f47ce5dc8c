import type { FaultKind, FaultPlan } from './fault-plan.ts';

/** When something can go wrong. */
export type Occasion =
  | 'rest-request'
  /** A webhook that tells the application something, and whose answer nobody reads. */
  | 'report'
  /** A webhook that asks the application what to do. */
  | 'document'
  | 'recording'
  /** Somebody fetches the sound of a recording. */
  | 'recording-sound'
  | 'answer'
  | 'conference'
  /** A telephone that was answered is to enter its conference. */
  | 'entry'
  | 'device'
  /** An application enters a conference. */
  | 'application';

const kindsOf: Readonly<Record<Occasion, readonly FaultKind[]>> = {
  'rest-request': [
    'rest-throttled',
    'rest-error-before',
    'rest-error-after',
    'rest-timeout-before',
    'rest-timeout-after',
  ],
  report: ['webhook-lost', 'webhook-delayed', 'webhook-reordered', 'webhook-duplicated', 'webhook-forged'],
  document: [
    'webhook-lost',
    'webhook-answer-lost',
    'webhook-delayed',
    'webhook-duplicated',
    'webhook-forged',
  ],
  recording: ['recording-late', 'recording-absent'],
  'recording-sound': ['recording-unavailable'],
  answer: ['participant-dropped'],
  conference: ['conference-stuck'],
  entry: ['participant-stranded'],
  device: ['codec-refused', 'ice-failed'],
  application: ['gather-deaf'],
};

/** At most one thing goes wrong at a time. `random` gives 0 to 1 and is asked once, so that a changed rate moves no other decision. */
export function decideFault(plan: FaultPlan, random: () => number, occasion: Occasion): FaultKind | null {
  let point = random();
  for (const kind of kindsOf[occasion]) {
    const rate = plan.rates[kind];
    if (point < rate) return kind;
    point -= rate;
  }
  return null;
}
