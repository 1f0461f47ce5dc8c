import type { Intent } from '../contract/vocabulary.ts';
import type { CallerEvent, ConversationState } from './conversation-state.ts';
import type { QuestionRemark } from './remarks/remark.ts';

/** What happened, for an agent with two seconds to read. Back-channels say nothing about a call. */
const EVENT: Readonly<Record<Intent | QuestionRemark | CallerEvent, string | null>> = {
  'called-back': '折り返しのお電話をいただいた',
  'called-us': 'お電話をいただいた',
  acknowledgement: null,
  clarification: '聞き返された',
  company_inquiry: '社名を聞かれた',
  purpose_inquiry: '用件を聞かれた',
  'number-source': '番号の入手元を聞かれた',
  recording: '録音の有無を聞かれた',
  'our-number': 'こちらの番号を聞かれた',
  'number-to-call-back': '折り返しのためにこちらの番号を聞かれた',
  'company-and-purpose': '社名と用件を聞かれた',
  'personal-data': '個人情報の扱いを聞かれた',
  'how-long': '所要時間を聞かれた',
  spelling: '社名や名前の漢字を聞かれた',
  appointment_inquiry: '約束の有無を聞かれた',
  ai_inquiry: 'AIかと聞かれ、そうだと答えた',
  transfer_hold: '取り次いでいただいた',
  person_on_line: '担当者が出られた',
  interested: '関心を示された',
  agent_request: '人と話すことを希望された',
  absent: '不在だった',
  busy: '今は話せないとのこと',
  callback: '改めて連絡することになった',
  rejection: '断られた',
  do_not_call: '今後の電話を断られた',
  website_redirect: '別の連絡方法を求められた',
  wrong_number: '番号違いだった',
  machine: '自動音声だった',
  language_inquiry: '日本語以外の言語だった',
  closing: 'あいさつして終わった',
  unknown: '聞き取れない発言があった',
};

/** The call in one line of Japanese, for the human who takes it over and as the first draft of its note. Empty before anything happened. */
export function summarise({ course, names, message }: ConversationState): string {
  const events = course.map((intent) => EVENT[intent]).filter((event) => event !== null);
  const people = [
    names.person === null ? null : `担当者は${names.person}様`,
    names.receptionist === null ? null : `受付は${names.receptionist}様`,
  ].filter((person) => person !== null);
  const left = message.is === 'asked' && message.words !== '' ? `伝言「${message.words}」` : '';
  return [events.join(' → '), left, ...people].filter((part) => part !== '').join('。');
}
