import { createHash } from 'node:crypto';
import type { Utterance } from './corpus.ts';

export interface Split {
  readonly training: readonly Utterance[];
  readonly test: readonly Utterance[];
}

const PARTS = 5;

/** Four fifths to learn from and one to be tested on. A family is never on both sides, and stays where it is as the corpus grows. */
export function splitByFamily(corpus: readonly Utterance[], purpose: 'test' | 'calibration' = 'test'): Split {
  const prefix = purpose === 'test' ? '' : `${purpose} `;
  const isTest = ({ intent, family }: Utterance): boolean => partOf(`${prefix}${intent} ${family}`) === 0;
  return {
    training: corpus.filter((utterance) => !isTest(utterance)),
    test: corpus.filter(isTest),
  };
}

function partOf(name: string): number {
  return createHash('sha256').update(name).digest().readUInt32BE(0) % PARTS;
}
