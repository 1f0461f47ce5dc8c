import { z } from 'zod';
import { lineOfText } from './text.ts';

/** How a name is said: in Japanese by its reading in kana, in a call held in English by its Latin letters. */
export const pronunciationSchema = z.object({
  /** As it stands in the settings and in customers' names, e.g. 株式会社つむぎ野. */
  written: lineOfText(60).min(1),
  reading: lineOfText(80)
    .regex(/^[ぁ-ゖァ-ヺー・　 ]+$/, 'must be in kana')
    .nullable(),
  english: lineOfText(80)
    .regex(/^[\p{Script=Latin}\d&'().,:+ -]+$/u, 'must be in Latin letters')
    .nullable(),
});
export type Pronunciation = z.infer<typeof pronunciationSchema>;

/** An agent's dictionary of names. */
export const pronunciationsSchema = z.object({ pronunciations: z.array(pronunciationSchema).max(100) });
