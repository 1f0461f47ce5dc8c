import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { intentSchema, stageSchema } from '../../contract/vocabulary.ts';

const labelledSchema = z.object({ stage: stageSchema, text: z.string(), intent: intentSchema });
/** A line of a test set. */
export type Labelled = z.infer<typeof labelledSchema>;

/** Written without sight of corpus and cues, and never learned from; docs/conversation.md says when it was frozen. */
export const FROZEN_UTTERANCES = new URL('./frozen-utterances.jsonl', import.meta.url);

/** A test set, one JSON object a line. Throws where a line is not one. */
export function readLabelled(file: string | URL): readonly Labelled[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => labelledSchema.parse(JSON.parse(line)));
}
