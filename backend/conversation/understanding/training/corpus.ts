import { readdirSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { intentSchema, stageSchema } from '../../../contract/vocabulary.ts';

const CORPUS = new URL('../../corpus/', import.meta.url);

/** One customer's turn as speech recognition writes it. Near-copies share a family, which is never split between training and test. */
const utteranceSchema = z.object({
  stage: stageSchema,
  text: z.string().min(1),
  intent: intentSchema,
  family: z.string(),
});
export type Utterance = z.infer<typeof utteranceSchema>;

/** The project's own utterances, of all intents. */
export function readCorpus(): readonly Utterance[] {
  return readdirSync(CORPUS)
    .filter((file) => file.endsWith('.jsonl'))
    .sort()
    .flatMap((file) => readFileSync(new URL(file, CORPUS), 'utf8').trim().split('\n'))
    .map((line) => utteranceSchema.parse(JSON.parse(line)));
}
