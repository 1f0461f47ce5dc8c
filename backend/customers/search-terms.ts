/** What somebody typed into the search, in the notations that the columns have. */
export interface SearchTerms {
  /** For names, as typed, but in ordinary width. */
  readonly text: string;
  /** For readings, in katakana. */
  readonly reading: string;
  /** For telephone numbers, as parts of E.164; none when it cannot be one. */
  readonly numbers: readonly string[];
}

export function searchTerms(typed: string): SearchTerms {
  const text = typed.normalize('NFKC').trim();
  return { text, reading: toKatakana(text), numbers: numbersIn(text) };
}

function toKatakana(text: string): string {
  return text.replace(/[ぁ-ゖ]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) + 0x60));
}

/** 03-1234 may be the beginning of a number as it is dialled in Japan, or its end. */
function numbersIn(text: string): readonly string[] {
  if (!/^[+\d\s()./ー‐–—−-]+$/.test(text)) return [];
  const digits = text.replace(/[^+\d]/g, '');
  if (digits.replace('+', '').length < 2) return [];
  return digits.startsWith('0') ? [digits, `+81${digits.slice(1)}`] : [digits];
}
