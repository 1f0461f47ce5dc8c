import { pairQuery, searchable } from '../kernel/overlapping-pairs.ts';

/**
 * What finds the customers whom somebody typed, in the full text index: every word must be in company, reading or person, or all of it be a
 * part of a number. Null when nothing was typed.
 */
export function searchQuery(typed: string): string | null {
  const words = typed.normalize('NFKC').split(/\s+/).map(searchable).filter(Boolean);
  if (words.length === 0) return null;
  const inWords = words.map((word) => `words : ${pairQuery(word)}`).join(' AND ');
  const inNumbers = numbersIn(typed).map((number) => `(numbers : ${pairQuery(number)})`);
  return [`(${inWords})`, ...inNumbers].join(' OR ');
}

/** 03-1234 may be the beginning of a number as it is dialled in Japan, or a later part of it. Numbers are kept as +81…, found without the plus. */
export function numbersIn(typed: string): readonly string[] {
  const text = typed.normalize('NFKC').trim();
  if (!/^[+\d\s()./ー‐–—−-]+$/.test(text)) return [];
  const digits = text.replace(/\D/g, '').replace(/^810/, '81');
  if (digits.length < 2) return [];
  return digits.startsWith('0') ? [digits, `81${digits.slice(1)}`] : [digits];
}
