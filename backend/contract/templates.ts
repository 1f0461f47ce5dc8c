import { z } from 'zod';
import { agentIdSchema, customerIdSchema } from './ids.ts';
import { lineOfText } from './text.ts';
import { instantSchema } from './vocabulary.ts';

/** Why a text must not be saved. As a field's `problem` in an error it is written `type` or `type: detail`. */
export const templateProblemSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('empty') }),
  z.object({ type: z.literal('unknown-variable'), name: z.string() }),
  /** What the law wants named in an opening. */
  z.object({ type: z.literal('missing-variable'), name: z.string() }),
  /** Who asks whether a machine is speaking is told that one is. */
  z.object({ type: z.literal('missing-disclosure') }),
  /** In any other text: that no machine speaks, or that a human does. */
  z.object({ type: z.literal('denies-machine') }),
  /** Who is recorded is told so. */
  z.object({ type: z.literal('missing-recording') }),
  z.object({ type: z.literal('stray-braces') }),
  /** Emoji and markup, as in what is set of the company and the service. */
  z.object({ type: z.literal('unspeakable') }),
  z.object({ type: z.literal('too-long'), seconds: z.number(), most: z.number() }),
]);
export type TemplateProblem = z.infer<typeof templateProblemSchema>;

/** How a text sounds with the agent's variables. */
export const templatePreviewSchema = z.object({
  spoken: z.string(),
  /** Estimated, to a tenth. */
  seconds: z.number(),
  problems: z.array(templateProblemSchema),
});
export type TemplatePreview = z.infer<typeof templatePreviewSchema>;

/** A sound file that is played instead of a text. */
export const templateAudioSchema = z.object({
  media: z.enum(['audio/mpeg', 'audio/wav']),
  seconds: z.number(),
});
export type TemplateAudio = z.infer<typeof templateAudioSchema>;

/** Whose words a text is: the agent's own, the team's, or the product's. */
export const templateSourceSchema = z.enum(['own', 'team', 'product']);
export type TemplateSource = z.infer<typeof templateSourceSchema>;

/** One reply of the AI. */
export const templateSchema = templatePreviewSchema.extend({
  key: z.string(),
  /** What is in force: the agent's own text, or the default. */
  text: z.string(),
  source: templateSourceSchema,
  /** What is in force without one of their own: the team's text, or the product's. */
  defaultText: z.string(),
  defaultSource: templateSourceSchema.exclude(['own']),
  language: z.enum(['ja-JP', 'en-US']),
  /** The variables that the text may use. */
  variables: z.array(z.string()),
  /** How long it may take to say, in seconds. */
  mostSeconds: z.number(),
  /** Played where this text is all that is said; null where it is spoken. */
  audio: templateAudioSchema.nullable(),
});
export type Template = z.infer<typeof templateSchema>;

/** All replies, as they were in force at one time. */
export const templateSetSchema = z.object({
  /** Counts from 1; 0 as long as nothing was changed. */
  version: z.int().nonnegative(),
  savedAt: instantSchema.nullable(),
  templates: z.array(templateSchema),
});
export type TemplateSet = z.infer<typeof templateSetSchema>;

const templateTextSchema = lineOfText(300);

/** The own texts of an agent, or of the team, by key, whole: what is left out falls back to the default. */
export const saveTemplatesSchema = z.object({
  /** The version that was edited. Somebody else's newer one is not overwritten. */
  basedOn: z.int().nonnegative(),
  texts: z.record(z.string(), templateTextSchema),
});
export type SaveTemplates = z.infer<typeof saveTemplatesSchema>;

/** Which version the audio is added to: it says the text of that one and no other. */
export const templateAudioQuerySchema = z.object({ basedOn: z.coerce.number().int().nonnegative() });

export const previewTemplateSchema = z.object({
  key: z.string(),
  text: templateTextSchema,
  /** Whose department and person in charge are named; left out, a sample's. */
  customerId: customerIdSchema.optional(),
});
export type PreviewTemplate = z.infer<typeof previewTemplateSchema>;

/** Which reply's earlier texts. */
export const templateHistoryQuerySchema = z.object({ key: z.string() });

/** The texts of one reply, the one in force first; versions in which it stayed as it was are left out. */
export const templateHistorySchema = z.object({
  entries: z.array(
    z.object({
      version: z.int().nonnegative(),
      /** Null for the default, from before anything was changed. */
      savedAt: instantSchema.nullable(),
      /** Null where that is not known, or nobody did. */
      savedBy: z.object({ id: agentIdSchema, name: z.string() }).nullable(),
      text: z.string(),
      source: templateSourceSchema,
    }),
  ),
});
export type TemplateHistory = z.infer<typeof templateHistorySchema>;
