/** The one that takes the fewest changes of letters to become; null where all would take more than half of the letters. */
export function nearest(word: string, options: readonly string[]): string | null {
  const [best] = options
    .map((option) => ({ option, changes: changesBetween(word.toLowerCase(), option.toLowerCase()) }))
    .filter(({ option, changes }) => changes * 2 < Math.max(word.length, option.length))
    .sort((a, b) => a.changes - b.changes);
  return best?.option ?? null;
}

/** Letters put in, left out or changed. (Levenshtein) */
function changesBetween(first: string, second: string): number {
  let above = Array.from({ length: second.length + 1 }, (_, column) => column);
  for (const [row, letter] of [...first].entries()) {
    const line = [row + 1];
    for (const [column, other] of [...second].entries()) {
      const changed = (above[column] ?? 0) + (letter === other ? 0 : 1);
      line.push(Math.min(changed, (above[column + 1] ?? 0) + 1, (line[column] ?? 0) + 1));
    }
    above = line;
  }
  return above.at(-1) ?? 0;
}
