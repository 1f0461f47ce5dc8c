import type { CallSession, NextAction } from '../../contract/calls.ts';
import type { ExportLanguage } from '../../contract/customer-exports.ts';
import type { CustomerStatus } from '../../contract/customers.ts';
import type { Refusal } from '../../contract/reports.ts';
import type { CallResult, CallStatus, Intent, ResultReason, Stage } from '../../contract/vocabulary.ts';

/** What each value of a column is called in a file. Without its code beside it: who works with codes asks the API. */
export type Words<Code extends string> = Readonly<Record<Code, Readonly<Record<ExportLanguage, string>>>>;

/** Known to an import too: `statusNames`. */
export const customerStatusWords: Words<CustomerStatus> = {
  new: { ja: '未着手', en: 'New' },
  'in-progress': { ja: '対応中', en: 'In progress' },
  won: { ja: '成約', en: 'Won' },
  'follow-up': { ja: '要フォロー', en: 'Follow up' },
  absent: { ja: '不在', en: 'Not in' },
  rejected: { ja: '拒否', en: 'Rejected' },
};

export const callStatusWords: Words<CallStatus> = {
  initiated: { ja: '発信準備', en: 'Preparing' },
  ringing: { ja: '呼出中', en: 'Ringing' },
  'ai-responding': { ja: 'AI応答中', en: 'AI talking' },
  transferring: { ja: '取次待ち', en: 'Waiting' },
  'human-connected': { ja: '通話中', en: 'Connected' },
  completed: { ja: '終了', en: 'Ended' },
  failed: { ja: '不成立', en: 'Not reached' },
};

export const directionWords: Words<CallSession['direction']> = {
  outbound: { ja: '発信', en: 'Outgoing call' },
  inbound: { ja: '着信', en: 'Incoming call' },
};

export const modeWords: Words<CallSession['mode']> = {
  ai: { ja: 'AI', en: 'AI' },
  agent: { ja: '社員', en: 'Agent' },
};

export const resultWords: Words<CallResult> = {
  success: { ja: '成功', en: 'Success' },
  absent: { ja: '不在', en: 'Not in' },
  rejected: { ja: '拒否', en: 'Rejected' },
  follow_up: { ja: '要フォロー', en: 'Follow up' },
  failed: { ja: '失敗', en: 'Failed' },
};

export const reasonWords: Words<ResultReason> = {
  talked: { ja: '担当者と話した', en: 'Talked with the person' },
  'no-answer': { ja: '応答なし', en: 'No answer' },
  'line-busy': { ja: '話し中', en: 'Line busy' },
  'invalid-number': { ja: '使われていない番号', en: 'Invalid number' },
  'number-not-allowed': { ja: '発信できない契約', en: 'Not allowed by the contract' },
  'line-not-ready': { ja: '電話回線の設定', en: 'Telephone line not set up' },
  'number-blocked': { ja: '発信禁止の番号', en: 'Do-not-call number' },
  'outside-calling-hours': { ja: '発信時間外', en: 'Outside calling hours' },
  'campaign-held': { ja: '一斉コールの停止', en: 'Campaign held' },
  carrier: { ja: '回線の障害', en: 'Trouble on the line' },
  'hung-up-early': { ja: '話す前に切断', en: 'Hung up before talking' },
  'hung-up': { ja: '話の途中で切断', en: 'Hung up while talking' },
  'no-response': { ja: '返事なし', en: 'No response' },
  voicemail: { ja: '留守番電話', en: 'Voicemail' },
  ivr: { ja: '自動音声', en: 'Automatic menu' },
  'out-of-service': { ja: '番号が使われていない', en: 'Out of service' },
  'wrong-number': { ja: '番号違い', en: 'Wrong number' },
  absent: { ja: '担当者が不在', en: 'Person absent' },
  busy: { ja: '取り込み中', en: 'Busy' },
  callback: { ja: 'かけ直す約束', en: 'Call back agreed' },
  rejection: { ja: '断られた', en: 'Refused' },
  'do-not-call': { ja: '今後の電話は不要', en: 'No calls any more' },
  'website-redirect': { ja: '別の連絡方法', en: 'Other way of contact' },
  closing: { ja: '先方が終えた', en: 'Customer closed' },
  message: { ja: '伝言を預かった', en: 'Message taken' },
  'held-too-long': { ja: '長い保留', en: 'Held too long' },
  'no-agent': { ja: '社員につながらず', en: 'No agent came' },
  'ended-by-agent': { ja: '社員が終了', en: 'Ended by an agent' },
  'decided-by-agent': { ja: '社員が判断', en: 'Decided by an agent' },
};

export const nextActionWords: Words<NextAction['kind']> = {
  'call-back': { ja: 'かけ直す', en: 'Call back' },
  'send-material': { ja: '資料を送る', en: 'Send material' },
  visit: { ja: '訪問する', en: 'Visit' },
  none: { ja: 'なし', en: 'None' },
};

export const stageWords: Words<Stage> = {
  opening: { ja: '用件を話す前', en: 'Before the purpose' },
  explained: { ja: '用件を話した後', en: 'After the purpose' },
  holding: { ja: '保留中', en: 'On hold' },
  person: { ja: '担当の方と', en: 'With the person' },
  closing: { ja: '結び', en: 'Closing' },
};

export const intentWords: Words<Intent> = {
  acknowledgement: { ja: '返答', en: 'Reply' },
  clarification: { ja: '聞き返し', en: 'Did not catch it' },
  company_inquiry: { ja: '社名の確認', en: 'Asks who is calling' },
  purpose_inquiry: { ja: '用件の確認', en: 'Asks what it is about' },
  appointment_inquiry: { ja: '約束の確認', en: 'Asks for an appointment' },
  ai_inquiry: { ja: 'AIかどうかの確認', en: 'Asks whether this is an AI' },
  transfer_hold: { ja: '保留・取り次ぎ', en: 'Putting us through' },
  person_on_line: { ja: '担当者が応答', en: 'Person in charge' },
  interested: { ja: '関心あり', en: 'Interested' },
  agent_request: { ja: '人との会話を希望', en: 'Wants a human' },
  absent: { ja: '不在', en: 'Not in' },
  busy: { ja: '取り込み中', en: 'Busy' },
  callback: { ja: 'かけ直し', en: 'Call back' },
  rejection: { ja: '断り', en: 'Declines' },
  do_not_call: { ja: '今後の電話は不要', en: 'No further calls' },
  website_redirect: { ja: '別の連絡方法', en: 'Another way' },
  wrong_number: { ja: '番号違い', en: 'Wrong number' },
  machine: { ja: '自動音声', en: 'Recording' },
  language_inquiry: { ja: '日本語以外', en: 'Not Japanese' },
  closing: { ja: '結びの挨拶', en: 'Goodbye' },
  unknown: { ja: '判別できず', en: 'Unclear' },
};

export const refusalWords: Words<Refusal> = {
  'no-sales-calls': { ja: '営業電話は受けない', en: 'No sales calls taken' },
  'already-served': { ja: '間に合っている', en: 'Already served' },
  'no-need': { ja: '必要がない', en: 'No need' },
  'no-budget': { ja: '予算がない', en: 'No budget' },
  'not-decided-here': { ja: '本社などで決める', en: 'Decided elsewhere' },
  'never-again': { ja: '今後の電話は不要', en: 'No calls any more' },
  other: { ja: 'そのほか', en: 'Other' },
};

/** No word for no value. */
export function wordFor<Code extends string>(
  words: Words<Code>,
  code: Code | null,
  language: ExportLanguage,
): string {
  return code === null ? '' : words[code][language];
}
