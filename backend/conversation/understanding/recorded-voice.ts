import type { MachineKind } from './classification.ts';
import { classify } from './classify.ts';

/** What kind of recording says this, out of any dialogue; null when a person does. */
export function recordedVoice(text: string): MachineKind['type'] | null {
  const classification = classify(text, { stage: 'opening', person: null });
  return classification.intent === 'machine' ? classification.kind.type : null;
}
