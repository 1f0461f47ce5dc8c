import { makesLeg } from './command-kinds.ts';

/** Where the AI speaks and listens: on a leg of its own in the conference, or on the customer's leg. */
export type AiPlacement = 'conference' | 'customer';

/** What the rest of the product can count on, depending on where the AI is. */
export interface PlacementCapabilities {
  /** An agent on standby hears the customer and the AI; without it they read the transcript. */
  readonly standbyHears: boolean;
  /** The recording has the AI's part; without it, it begins when the customer meets a human. */
  readonly recordsTheAi: boolean;
  /** The AI's leg can be lost without the customer's, and another one takes its place. */
  readonly replacesTheAi: boolean;
  /** The AI's leg is one at the carrier, and one of those that it makes only so many of a second. */
  readonly makesTheAisLeg: boolean;
}

export const placementCapabilities: Readonly<Record<AiPlacement, PlacementCapabilities>> = {
  conference: { standbyHears: true, recordsTheAi: true, replacesTheAi: true, makesTheAisLeg: true },
  customer: { standbyHears: false, recordsTheAi: false, replacesTheAi: false, makesTheAisLeg: false },
};

/** Whether a command, of a stored type, makes a new leg at the carrier. */
export function legsMadeIn(placement: AiPlacement): (type: string) => boolean {
  const { makesTheAisLeg } = placementCapabilities[placement];
  return (type) => makesLeg(type) && (type !== 'add-ai' || makesTheAisLeg);
}
