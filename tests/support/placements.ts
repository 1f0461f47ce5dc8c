import { describe } from 'vitest';
import {
  type AiPlacement,
  type PlacementCapabilities,
  placementCapabilities,
} from '../../backend/telephony/placement.ts';

interface Placement {
  /** For `startSystem`. */
  readonly settings: { readonly AI_LEG: AiPlacement };
  readonly capabilities: PlacementCapabilities;
}

interface Needs {
  /** Without which the tests say nothing: shown as skipped where a placement does not declare it. */
  readonly needs?: readonly (keyof PlacementCapabilities)[];
}

const placements = ['conference', 'customer'] as const satisfies readonly AiPlacement[];

const names: Readonly<Record<AiPlacement, string>> = {
  conference: 'with the AI in the conference',
  customer: "with the AI on the customer's leg",
};

/** The same tests wherever the AI is, as far as its placement can do what they are about. */
export function describeInEachPlacement(
  name: string,
  tests: (placement: Placement) => void,
  { needs = [] }: Needs = {},
): void {
  for (const placement of placements) {
    const isAble = needs.every((capability) => placementCapabilities[placement][capability]);
    describe.skipIf(!isAble)(`${name}, ${names[placement]}`, () =>
      tests({ settings: { AI_LEG: placement }, capabilities: placementCapabilities[placement] }),
    );
  }
}
