import { z } from 'zod';
import { callResultSchema } from '../../contract/vocabulary.ts';
import { type Given, readGivenText } from './given-file.ts';
import { givenJson } from './given-json.ts';

const wordsSchema = z
  .union([z.string(), z.array(z.string())], 'must be a text or a list of texts')
  .transform((words) => [words].flat());
/** Joined by `_or_` where several will do. */
const handoffSchema = z
  .string('must be a text')
  .transform((text) => text.split('_or_'))
  .pipe(z.array(z.enum(['none', 'prepared', 'connect'])));
const turnIndexSchema = z
  .int('must be the index of a turn, from 0')
  .nonnegative('must be the index of a turn, from 0');

const expectSchema = z.strictObject(
  {
    /** `null`: none was given. */
    result: callResultSchema.nullable().optional(),
    /** The furthest act that was reached. */
    handoff: handoffSchema.optional(),
    /** The turn, from 0, that must be the first to cause the act. */
    prepareAt: turnIndexSchema.optional(),
    connectAt: turnIndexSchema.optional(),
    endAt: turnIndexSchema.optional(),
    /** Parts of what we say after the opening. */
    mustSay: wordsSchema.optional(),
    mustNotSay: wordsSchema.optional(),
  },
  { error: mustBeObject },
);

/** One call: what the customer says (`null`: a round of listening without speech), and what has to come of it. */
const dialogueScriptSchema = z.object(
  {
    name: z.string('must be a text'),
    turns: z.array(z.string('must be a text, or null for silence').nullable(), 'must be a list'),
    expect: expectSchema,
  },
  'must be an object',
);
const dialogueScriptsSchema = z.array(dialogueScriptSchema, 'must be a list of dialogues');
export type DialogueScript = z.infer<typeof dialogueScriptSchema>;

/** Scripted calls, a JSON list of them. */
export function givenDialogues(file: string | URL): Given<readonly DialogueScript[]> {
  const text = readGivenText(file);
  if (text.type === 'refused') return text;
  return givenJson(text.value, {
    schema: dialogueScriptsSchema,
    nameOf: nameOfPart,
    keysAt: (path) => Object.keys((path.at(-1) === 'expect' ? expectSchema : dialogueScriptSchema).shape),
  });
}

function mustBeObject({ code }: { readonly code?: string | undefined }): string | undefined {
  // An unknown key has a reason of its own.
  return code === 'invalid_type' ? 'must be an object' : undefined;
}

/** 「dialogue 2 "puts through", expect.handoff」. */
function nameOfPart([index, ...path]: readonly PropertyKey[], whole: unknown): string {
  if (index === undefined) return '';
  const named = z
    .array(z.unknown())
    .transform((all) => all[Number(index)])
    .pipe(z.looseObject({ name: z.string() }));
  const name = named.safeParse(whole).data?.name;
  const dialogue = `dialogue ${String(index)}${name === undefined ? '' : ` "${name}"`}`;
  return [dialogue, ...(path.length === 0 ? [] : [path.map(String).join('.')])].join(', ');
}
