import type { ConversationState } from '../conversation-state.ts';
import { lineOf } from '../lines.ts';
import { sayPhoneNumber } from '../say-phone-number.ts';
import type { OccasionalValues, TemplateKey } from '../templates.ts';
import { sayHoliday, sayHolidayInEnglish } from '../time/say-holiday.ts';
import { sayTime } from '../time/say-time.ts';
import { sayTimeInEnglish } from '../time/say-time-in-english.ts';
import type { Utterance } from '../turn-result.ts';
import type { Scene } from './scene.ts';

/** What the law wants said must not be cut short by an early 「はい」. */
const WHOLE: ReadonlySet<TemplateKey> = new Set([
  'initial',
  'initial_consent',
  'recording_notice',
  'inbound_greeting',
]);

/** When we call again, and the holiday that was named instead. */
interface PromisedTime {
  readonly at: Date;
  readonly insteadOf: Date | null;
}

/** The texts one after the other, as one utterance, in the language that the call is held in. */
export function utter(
  scene: Scene,
  keys: readonly TemplateKey[],
  nextTime: PromisedTime | null = null,
): Utterance {
  const { language } = scene.state;
  return {
    text: keys.map((key) => render(scene, key, nextTime)).join(language === 'en-US' ? ' ' : ''),
    language,
    interruptible: scene.settings.bargeIn && !keys.some((key) => WHOLE.has(key)),
  };
}

/** Of two wordings the one that was not used last, as far back as we remember. */
export function freshWording(scene: Scene, first: TemplateKey, second: TemplateKey): TemplateKey {
  for (const said of scene.state.lastSaid.toReversed()) {
    if (said.includes(render(scene, first, null))) return second;
    if (said.includes(render(scene, second, null))) return first;
  }
  return first;
}

/** Remembers what is said, so that nothing is said three times in a row. */
export function remember(state: ConversationState, say: Utterance | null): ConversationState {
  return say === null ? state : { ...state, lastSaid: [...state.lastSaid, say.text].slice(-2) };
}

function render(scene: Scene, key: TemplateKey, nextTime: PromisedTime | null): string {
  return lineOf(scene.settings, scene.state.language, key, occasionOf(scene, nextTime));
}

/** What only some texts speak of, as far as there is any. */
function occasionOf(scene: Scene, nextTime: PromisedTime | null): OccasionalValues {
  const { callee, callerNumber } = scene.settings;
  return {
    // Few texts name it, and to word it takes as long as all the rest.
    get my_phone_number() {
      return sayPhoneNumber(callerNumber);
    },
    ...(callee.person === null ? {} : { callee_person: callee.person }),
    ...(nextTime === null ? {} : { next_time: timeInWords(scene, nextTime) }),
  };
}

function timeInWords({ state, settings, at: now }: Scene, { at, insteadOf }: PromisedTime): string {
  const { zone } = settings;
  if (state.language === 'en-US') {
    return sayTimeInEnglish(at, now, zone) + (insteadOf === null ? '' : sayHolidayInEnglish(insteadOf, zone));
  }
  return (insteadOf === null ? '' : sayHoliday(insteadOf, zone)) + sayTime(at, now, zone);
}
