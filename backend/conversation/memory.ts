import type { Intent } from '../contract/vocabulary.ts';
import type { ConversationState, Counts } from './conversation-state.ts';
import type { HeardSpeech } from './hear-speech.ts';
import { namesIn } from './names.ts';
import { isQuestion, type Remark } from './remarks/remark.ts';
import type { Scene } from './replies/scene.ts';

const COURSE_LENGTH = 20;

/** The scene with the customer's turn counted and noted. */
export function rememberSpeech(scene: Scene, { meant, remark, text, language }: HeardSpeech): Scene {
  const { state } = scene;
  const { intent } = meant;
  const event = isQuestion(remark) ? remark : intent;
  const names = namesIn(text, intent);
  return {
    ...scene,
    state: {
      ...state,
      language,
      // Somebody is there after all.
      asked: { ...state.asked, anybodyThere: 0 },
      counts: countSpeech(state, intent, remark),
      heardPerson: state.heardPerson || intent !== 'machine',
      machine: machineAfter(state, intent),
      names: {
        person: names.person ?? state.names.person,
        receptionist: names.receptionist ?? state.names.receptionist,
      },
      course: state.course.at(-1) === event ? state.course : [...state.course, event].slice(-COURSE_LENGTH),
    },
  };
}

/** Somebody may pick up in the middle of an announcement. */
function machineAfter({ machine }: ConversationState, intent: Intent): ConversationState['machine'] {
  return machine === 'takes-messages' && intent !== 'machine' ? 'none' : machine;
}

export function rememberSilence(scene: Scene): Scene {
  const { counts } = scene.state;
  const silent = { ...counts, ...countTurn(scene.state), silencesInARow: counts.silencesInARow + 1 };
  return { ...scene, state: { ...scene.state, counts: silent } };
}

function countSpeech(state: ConversationState, intent: Intent, remark: Remark | null): Counts {
  const { counts } = state;
  return {
    ...countTurn(state),
    silencesInARow: 0,
    unknownsInARow: intent === 'unknown' && remark === null ? counts.unknownsInARow + 1 : 0,
    acknowledgementsInARow:
      state.introduced && intent === 'acknowledgement' ? counts.acknowledgementsInARow + 1 : 0,
    clarifications: counts.clarifications + (intent === 'clarification' ? 1 : 0),
  };
}

function countTurn({ counts, position }: ConversationState): Counts {
  return position.at === 'holding' ? counts : { ...counts, turns: counts.turns + 1 };
}
