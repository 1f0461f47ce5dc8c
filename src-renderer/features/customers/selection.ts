import { useState } from 'react';
import type { Customer } from '../../../backend/contract/customers.ts';
import type { CustomerId } from '../../../backend/contract/ids.ts';

export interface Selection {
  readonly ids: ReadonlySet<CustomerId>;
  readonly toggle: (id: CustomerId) => void;
  /** Everybody from the one toggled last to this one. */
  readonly extendTo: (id: CustomerId) => void;
  readonly selectAll: () => void;
  readonly clear: () => void;
}

const nobody: ReadonlySet<CustomerId> = new Set();

/** Who of a list is chosen for the same change. Whoever leaves the list is no longer chosen. */
export function useSelection(customers: readonly Customer[]): Selection {
  const [chosen, setChosen] = useState(nobody);
  const [anchor, setAnchor] = useState<CustomerId | null>(null);
  const listed = customers.map(({ id }) => id);
  return {
    ids: chosen.size === 0 ? nobody : new Set(listed.filter((id) => chosen.has(id))),
    toggle: (id) => {
      setAnchor(id);
      setChosen((before) =>
        before.has(id) ? new Set([...before].filter((other) => other !== id)) : new Set([...before, id]),
      );
    },
    extendTo: (id) => setChosen((before) => new Set([...before, ...between(listed, anchor ?? id, id)])),
    selectAll: () => setChosen(new Set(listed)),
    clear: () => setChosen(nobody),
  };
}

function between(listed: readonly CustomerId[], one: CustomerId, other: CustomerId): readonly CustomerId[] {
  const places = [listed.indexOf(one), listed.indexOf(other)];
  return listed.slice(Math.max(0, Math.min(...places)), Math.max(...places) + 1);
}
