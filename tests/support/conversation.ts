import {
  type ConversationState,
  conversationStateSchema,
  initialState,
} from '../../backend/conversation/conversation-state.ts';
import { withDefaults } from '../../backend/conversation/templates.ts';
import { turn } from '../../backend/conversation/turn.ts';
import type { TurnInput } from '../../backend/conversation/turn-input.ts';
import type { TurnResult } from '../../backend/conversation/turn-result.ts';
import type { TurnSettings } from '../../backend/conversation/turn-settings.ts';
import { isJapaneseHoliday } from '../../backend/kernel/japanese-holidays.ts';

/** A Tuesday; the following Monday is a holiday. */
export const TUESDAY_MORNING = new Date('2026-11-17T10:00:00+09:00');

export const conversationSettings = {
  myCompanyName: '株式会社あかり',
  myServiceName: 'あかり受付',
  myRepresentativeName: '佐藤',
  calleeDepartment: '総務部',
  serviceDescription: '来客の受付を、ひとつの画面で済ませるサービス',
};

export const turnSettings: TurnSettings = {
  conversation: conversationSettings,
  templates: withDefaults({}),
  pronunciations: [
    { written: '株式会社あかり', reading: 'かぶしきがいしゃあかり', english: 'Akari Inc.' },
    { written: 'あかり受付', reading: 'あかりうけつけ', english: 'Akari Reception' },
    { written: '佐藤', reading: 'さとう', english: 'Sato' },
  ],
  audio: [],
  callee: { company: '山田商事', person: null, department: null },
  caller: null,
  zone: 'Asia/Tokyo',
  isHoliday: isJapaneseHoliday,
  callableFrom: (time) => time,
  silenceSeconds: 5,
  bargeIn: true,
  callerNumber: '+815012345678',
  recorded: false,
  recordingNotice: false,
  leaveVoicemail: false,
};

/** What the customer does in one round: words, or null for a round without any. */
export type Said = string | null;

export interface Dialogue {
  readonly results: readonly TurnResult[];
  /** Of the last turn. */
  readonly last: TurnResult;
}

/** Lets the engine talk through a whole call. The state goes through its JSON form between turns, as it does in the database. */
export function talk(
  said: readonly (Said | TurnInput)[],
  settings: TurnSettings = turnSettings,
  from = initialState(),
): Dialogue {
  let state: ConversationState = from;
  const results = said.map((each, index) => {
    const result = turn(state, inputOf(each, index), settings);
    state = conversationStateSchema.parse(JSON.parse(JSON.stringify(result.state)));
    return result;
  });
  const last = results.at(-1);
  if (last === undefined) throw new Error('a dialogue has at least one turn');
  return { results, last };
}

/** Five seconds pass between two turns. */
export function secondsLater(index: number): Date {
  return new Date(TUESDAY_MORNING.getTime() + index * 5_000);
}

function inputOf(each: Said | TurnInput, index: number): TurnInput {
  const at = secondsLater(index);
  if (each === null) return { type: 'silence', at };
  return typeof each === 'string' ? { type: 'speech', text: each, confidence: 0.9, at } : each;
}
