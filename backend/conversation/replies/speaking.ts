import type { ConversationState } from '../conversation-state.ts';
import { renderTemplate, type TemplateKey, templateValues } from '../templates.ts';
import { sayTime } from '../time/say-time.ts';
import type { Utterance } from '../turn-result.ts';
import type { Scene } from './scene.ts';

const ENGLISH: ReadonlySet<TemplateKey> = new Set(['english', 'english_again']);
/** What the law wants said must not be cut short by an early 「はい」. */
const WHOLE: ReadonlySet<TemplateKey> = new Set(['initial', 'initial_consent', 'recording_notice']);

/** The texts one after the other, as one utterance. */
export function utter(scene: Scene, keys: readonly TemplateKey[], nextTime: Date | null = null): Utterance {
  return {
    text: keys.map((key) => render(scene, key, nextTime)).join(''),
    language: keys.some((key) => ENGLISH.has(key)) ? 'en-US' : 'ja-JP',
    interruptible: !keys.some((key) => WHOLE.has(key)),
  };
}

/** Of two wordings the one that was not used last. */
export function freshWording(scene: Scene, first: TemplateKey, second: TemplateKey): TemplateKey {
  const last = scene.state.lastSaid.at(-1) ?? '';
  return last.includes(render(scene, first, null)) ? second : first;
}

/** Remembers what is said, so that nothing is said three times in a row. */
export function remember(state: ConversationState, say: Utterance | null): ConversationState {
  return say === null ? state : { ...state, lastSaid: [...state.lastSaid, say.text].slice(-2) };
}

function render({ settings, at }: Scene, key: TemplateKey, nextTime: Date | null): string {
  const values = templateValues(settings.conversation, settings.callee.department);
  const spokenTime = nextTime === null ? null : sayTime(nextTime, at, settings.zone);
  return renderTemplate(settings.templates[key], values, spokenTime);
}
