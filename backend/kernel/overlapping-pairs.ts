/**
 * Text as it is searched: full and half width, hiragana and katakana, small and capital letters, kinds of dashes and spaces make no
 * difference.
 */
export function searchable(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[ぁ-ゖ]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) + 0x60))
    .replace(/[‐-―−]/g, '-')
    .replace(/\s+/g, '');
}

/**
 * The tokens of a text for a full text index: each pair of neighbouring characters, and the last one alone, so that neighbouring tokens
 * spell any part of it. SQLite's own tokenizers know no Japanese words of two characters. `text` is searchable.
 */
export function overlappingPairs(text: string): string {
  const units = Array.from({ length: text.length }, (_, at) => unit(text, at));
  return units.map((first, at) => `${first}${units[at + 1] ?? ''}`).join(' ');
}

/** The same for several texts, each in a line of its own: no part is found across two of them. */
export function pairsOfAll(lines: string): string {
  return lines
    .split('\n')
    .map((line) => overlappingPairs(searchable(line)))
    .join(' end ');
}

/** What finds a part of a text in such an index. `part` is searchable and not empty. */
export function pairQuery(part: string): string {
  if (part.length === 1) return `"${unit(part, 0)}"*`;
  const pairs = Array.from({ length: part.length - 1 }, (_, at) => unit(part, at) + unit(part, at + 1));
  return `"${pairs.join(' ')}"`;
}

/** Letters that every tokenizer leaves alone. */
function unit(text: string, at: number): string {
  return text.charCodeAt(at).toString(16).padStart(4, '0');
}
