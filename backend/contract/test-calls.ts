import { z } from 'zod';
import { clientIdSchema } from './ids.ts';

export const beginTestCallSchema = z.object({
  /** The console whose softphone is rung. */
  clientId: clientIdSchema,
  /** Of the voice that says what to do. */
  language: z.enum(['ja', 'en']),
});
export type BeginTestCall = z.infer<typeof beginTestCallSchema>;

/** `listening`: the carrier says what to do, and takes down what is said after the tone. `failed`: nobody was reached, or it broke off. */
const testCallStepSchema = z.enum(['calling', 'listening', 'playing', 'over', 'failed']);
export type TestCallStep = z.infer<typeof testCallStepSchema>;

export const testCallSchema = z.object({
  id: z.uuid(),
  step: testCallStepSchema,
});
export type TestCall = z.infer<typeof testCallSchema>;
