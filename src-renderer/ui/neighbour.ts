/** The one beside the selected one; with none selected the first, or going up the last; null beyond the ends. */
export function neighbourOf<One extends { readonly id: string }>(
  some: readonly One[],
  selected: One['id'] | null,
  by: 1 | -1,
): One['id'] | null {
  const at = some.findIndex(({ id }) => id === selected);
  const next = at === -1 ? (by > 0 ? 0 : some.length - 1) : at + by;
  return some[next]?.id ?? null;
}
