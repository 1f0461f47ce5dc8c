import { z } from 'zod';
import { callResultSchema } from '../../contract/vocabulary.ts';

const wordsSchema = z.union([z.string(), z.array(z.string())]).transform((words) => [words].flat());
/** Joined by `_or_` where several will do. */
const handoffSchema = z
  .string()
  .transform((text) => text.split('_or_'))
  .pipe(z.array(z.enum(['none', 'prepared', 'connect'])));

/** One call: what the customer says (`null`: a round of listening without speech), and what has to come of it. */
const dialogueScriptSchema = z.object({
  name: z.string(),
  turns: z.array(z.string().nullable()),
  expect: z.object({
    /** `null`: none was given. */
    result: callResultSchema.nullable().optional(),
    /** The furthest act that was reached. */
    handoff: handoffSchema.optional(),
    /** The turn, from 0, that must be the first to cause the act. */
    prepareAt: z.int().optional(),
    connectAt: z.int().optional(),
    endAt: z.int().optional(),
    /** Parts of what we say after the opening. */
    mustSay: wordsSchema.optional(),
    mustNotSay: wordsSchema.optional(),
  }),
});
export const dialogueScriptsSchema = z.array(dialogueScriptSchema);
export type DialogueScript = z.infer<typeof dialogueScriptSchema>;
