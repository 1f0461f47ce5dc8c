import { describe, expect, it } from 'vitest';
import { firstWords as firstInEnglish } from '../../../src-renderer/words/en/first-words.ts';
import { laterInEnglish } from '../../../src-renderer/words/english.ts';
import { firstWords as firstInJapanese } from '../../../src-renderer/words/ja/first-words.ts';
import { laterInJapanese } from '../../../src-renderer/words/japanese.ts';

/** By the way to each sentence, the variables it has. English has two for a number, and Japanese one. */
type Sentences = ReadonlyMap<string, string>;

async function sentencesOf(
  first: object,
  later: Readonly<Record<string, () => Promise<object>>>,
): Promise<Sentences> {
  const fetched = Object.entries(later).map(async ([part, fetch]) => [part, await fetch()] as const);
  return new Map(walk('', { ...first, ...Object.fromEntries(await Promise.all(fetched)) }));
}

function walk(way: string, node: unknown): [string, string][] {
  if (typeof node === 'string') return [[way.replace(/_(?:one|other)$/, ''), variablesOf(node)]];
  if (typeof node !== 'object' || node === null) throw new Error(`${way} is no sentence`);
  return Object.entries(node).flatMap(([key, inner]) => walk(way === '' ? key : `${way}.${key}`, inner));
}

function variablesOf(sentence: string): string {
  const names = [...sentence.matchAll(/\{\{\s*(\w+)/g)].map(([, name = '']) => name);
  return [...new Set(names)].toSorted().join(' ');
}

describe('the words of both languages', () => {
  it('have the same sentences, with the same variables in them', async () => {
    const japanese = await sentencesOf(firstInJapanese, laterInJapanese);
    const english = await sentencesOf(firstInEnglish, laterInEnglish);

    expect(japanese.size).toBeGreaterThan(1_000);
    expect([...english.keys()].toSorted()).toEqual([...japanese.keys()].toSorted());
    const differing = [...japanese].filter(([way, variables]) => english.get(way) !== variables);
    expect(differing).toEqual([]);
  });

  it('have no sentence that is empty in one of them and not in the other', async () => {
    const emptyIn = (words: object): string[] =>
      Object.entries(words).flatMap(([key, inner]) => {
        if (typeof inner === 'string') return inner.trim() === '' ? [key] : [];
        return emptyIn(inner).map((way) => `${key}.${way}`);
      });

    expect(emptyIn(firstInEnglish)).toEqual(emptyIn(firstInJapanese));
  });
});
