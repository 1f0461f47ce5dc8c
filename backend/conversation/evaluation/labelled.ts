import { z } from 'zod';
import { type Intent, intentSchema, type Stage, stageSchema } from '../../contract/vocabulary.ts';
import { type FileProblem, type Given, readGivenText, reportOf } from './given-file.ts';
import { givenJson } from './given-json.ts';

/** What else a line says about itself means nothing here. */
const labelledSchema = z.object(
  {
    // In `closing` nobody is listened to any more.
    stage: stageSchema.exclude(['closing']),
    text: z.string('must be a text').refine((text) => text.trim() !== '', 'must not be empty'),
    intent: intentSchema,
  },
  'must be an object',
);
const KEYS = Object.keys(labelledSchema.shape);

/** A line of a test set. */
export interface Labelled {
  readonly stage: Stage;
  readonly text: string;
  readonly intent: Intent;
}

/** Written without sight of corpus and cues, and never learned from; docs/conversation.md says when it was frozen. */
export const FROZEN_UTTERANCES = new URL('./frozen-utterances.jsonl', import.meta.url);

/** A test set of our own. Throws where a line is not one. */
export function readLabelled(file: URL): readonly Labelled[] {
  const given = givenLabelled(file);
  if (given.type === 'refused') throw new Error(reportOf(file.pathname, given.problems));
  return given.value;
}

/** A test set, one JSON object a line; blank lines are passed over. */
export function givenLabelled(file: string | URL): Given<readonly Labelled[]> {
  const text = readGivenText(file);
  if (text.type === 'refused') return text;
  const labelled: Labelled[] = [];
  const problems: FileProblem[] = [];
  for (const [index, line] of text.value.split('\n').entries()) {
    if (line.trim() === '') continue;
    const given = givenLine(line);
    if (given.type === 'read') labelled.push(given.value);
    else problems.push(...given.problems.map(({ reason }) => ({ line: index + 1, reason })));
  }
  return problems.length > 0 ? { type: 'refused', problems } : { type: 'read', value: labelled };
}

function givenLine(line: string): Given<Labelled> {
  return givenJson(line, {
    schema: labelledSchema,
    nameOf: (path) => path.map(String).join('.'),
    keysAt: () => KEYS,
  });
}
