import { callIdSchema, legIdSchema } from '../../../contract/ids.ts';
import { languages } from '../speech.ts';
import type { TwimlWriter } from '../twiml.ts';

const nobody = '0'.repeat(20);
const leg = { callId: callIdSchema.parse(`call_${nobody}`), legId: legIdSchema.parse(`leg_${nobody}`) };

/** What the AI's leg is told when it is to listen, in each language that it speaks. */
export function gatherDocuments(
  twiml: TwimlWriter,
  { silenceSeconds }: { readonly silenceSeconds: number },
): readonly string[] {
  return languages.map((language) =>
    twiml.instruction(leg, {
      type: 'listen',
      round: 1,
      say: 'お世話になっております。',
      interruptible: true,
      silenceSeconds,
      language,
      hints: ['東京商事'],
    }),
  );
}
