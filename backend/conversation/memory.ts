import type { Intent } from '../contract/vocabulary.ts';
import type { ConversationState, Counts } from './conversation-state.ts';
import { namesIn } from './names.ts';
import { isQuestion } from './remarks/remark.ts';
import type { Heard, Scene } from './replies/scene.ts';

const COURSE_LENGTH = 20;

/** The scene with the customer's turn counted and noted. */
export function rememberSpeech(scene: Scene, { meant, remark, text }: Heard): Scene {
  const { state } = scene;
  const { intent } = meant;
  const event = isQuestion(remark) ? remark : intent;
  const names = namesIn(text, intent);
  return {
    ...scene,
    state: {
      ...state,
      counts: countSpeech(state, intent),
      heardPerson: state.heardPerson || intent !== 'machine',
      names: {
        person: names.person ?? state.names.person,
        receptionist: names.receptionist ?? state.names.receptionist,
      },
      course: state.course.at(-1) === event ? state.course : [...state.course, event].slice(-COURSE_LENGTH),
    },
  };
}

export function rememberSilence(scene: Scene): Scene {
  const { counts } = scene.state;
  const silent = { ...counts, ...countTurn(scene.state), silencesInARow: counts.silencesInARow + 1 };
  return { ...scene, state: { ...scene.state, counts: silent } };
}

function countSpeech(state: ConversationState, intent: Intent): Counts {
  const { counts } = state;
  return {
    ...countTurn(state),
    silencesInARow: 0,
    unknownsInARow: intent === 'unknown' ? counts.unknownsInARow + 1 : 0,
    acknowledgementsInARow:
      state.introduced && intent === 'acknowledgement' ? counts.acknowledgementsInARow + 1 : 0,
    clarifications: counts.clarifications + (intent === 'clarification' ? 1 : 0),
  };
}

function countTurn({ counts, position }: ConversationState): Counts {
  return position.at === 'holding' ? counts : { ...counts, turns: counts.turns + 1 };
}
