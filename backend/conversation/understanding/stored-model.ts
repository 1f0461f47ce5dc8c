import { z } from 'zod';
import { intentSchema } from '../../contract/vocabulary.ts';
import type { IntentModel } from './intent-model.ts';

/** How a trained model is kept: features a line each; weights as signed bytes in Base64, row by row, to be multiplied by `scale`. */
export const storedModelSchema = z.object({
  intents: z.array(intentSchema),
  scale: z.number().positive(),
  features: z.string(),
  weights: z.base64(),
});
export type StoredModel = z.infer<typeof storedModelSchema>;

const LARGEST_BYTE = 127;

export function unpackModel(stored: StoredModel): IntentModel {
  const { intents, scale } = stored;
  const bytes = new Int8Array(Buffer.from(stored.weights, 'base64'));
  const weights = Float32Array.from(bytes, (weight) => weight * scale);
  const rowOf = new Map(stored.features.split('\n').map((feature, row) => [feature, row]));
  return {
    intents,
    weightsOf(feature) {
      const row = rowOf.get(feature);
      return row === undefined ? null : weights.subarray(row * intents.length, (row + 1) * intents.length);
    },
  };
}

export function packModel(model: IntentModel, features: readonly string[]): StoredModel {
  const all = features.flatMap((feature) => Array.from(model.weightsOf(feature) ?? []));
  const largest = all.reduce((so, weight) => Math.max(so, Math.abs(weight)), 0);
  const scale = largest / LARGEST_BYTE;
  const bytes = Int8Array.from(all, (weight) => Math.round(weight / scale));
  return {
    intents: [...model.intents],
    scale,
    features: features.join('\n'),
    weights: Buffer.from(bytes.buffer).toString('base64'),
  };
}
