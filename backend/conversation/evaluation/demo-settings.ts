import { demoAccounts, demoConversation, demoPronunciations } from '../../db/seed/demo-accounts.ts';
import { isJapaneseHoliday } from '../../kernel/japanese-holidays.ts';
import { withDefaults } from '../templates.ts';
import type { TurnSettings } from '../turn-settings.ts';

const [account] = demoAccounts;

/** A call by the demo agent to a company of which nothing but the number is known. */
export const demoSettings: TurnSettings = {
  conversation: demoConversation(account),
  templates: withDefaults({}),
  pronunciations: demoPronunciations,
  audio: [],
  callee: { company: '', person: null, department: null },
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
