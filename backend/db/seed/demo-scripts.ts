import type { HandoffReason, HandoffStatus, OfferStatus } from '../../contract/handoffs.ts';
import type { CallResult, Intent, ResultReason, Stage } from '../../contract/vocabulary.ts';
import type { TemplateKey } from '../../conversation/templates.ts';

/** One line of a demo call. In a customer's words `{company}`, `{person}` and `{department}` stand for the customer's own. */
export type ScriptLine =
  | { readonly by: 'customer'; readonly text: string; readonly intent: Intent }
  | { readonly by: 'ai'; readonly template: TemplateKey; readonly nextTime?: string }
  | { readonly by: 'agent'; readonly text: string };

/** How a human came, or did not come, into the call: after which line they were wanted and were heard. */
export interface ScriptHandoff {
  readonly urgency: 'prepare' | 'connect';
  readonly reason: HandoffReason;
  readonly requestedAfter: number;
  readonly end:
    | { readonly status: Extract<HandoffStatus, 'connected'>; readonly connectedAfter: number }
    | { readonly status: Extract<HandoffStatus, 'failed' | 'withdrawn'>; readonly offer: OfferStatus };
}

export interface Script {
  readonly weight: number;
  readonly lines: readonly ScriptLine[];
  readonly handoff: ScriptHandoff | null;
  readonly stage: Stage;
  readonly result: CallResult;
  readonly reason: ResultReason;
  readonly nextAction: {
    readonly kind: 'call-back' | 'send-material' | 'visit';
    readonly inDays: number;
  } | null;
  readonly note: string;
}

const reception: ScriptLine = {
  by: 'customer',
  text: 'お電話ありがとうございます。{company}でございます。',
  intent: 'acknowledgement',
};
const introduction: ScriptLine = { by: 'ai', template: 'initial' };

const putThrough: readonly ScriptLine[] = [
  reception,
  introduction,
  {
    by: 'customer',
    text: '{department}の{person}ですね。確認いたしますので、少々お待ちください。',
    intent: 'transfer_hold',
  },
  { by: 'ai', template: 'hold_thanks' },
  { by: 'customer', text: 'お電話代わりました、{person}です。', intent: 'person_on_line' },
  { by: 'ai', template: 'person_connecting' },
];
const standby = { urgency: 'prepare', reason: 'put-on-hold', requestedAfter: 3 } as const;

/** Calls as they go in life: most reach nobody who decides, some do. */
export const demoScripts: readonly Script[] = [
  {
    weight: 5,
    lines: [
      ...putThrough,
      {
        by: 'agent',
        text: 'お忙しいところ恐れ入ります。勤怠の集計には、月にどのくらいお時間がかかっていますか。',
      },
      {
        by: 'customer',
        text: '締め日のあと、二日ほどかかりますね。紙の勤務表を手で打ち込んでいるものですから。',
        intent: 'interested',
      },
      {
        by: 'agent',
        text: 'それでしたら、画面をお見せしながら三十分ほどご説明できます。来週はいかがでしょうか。',
      },
      { by: 'customer', text: 'では、来週の火曜日の午後でお願いします。', intent: 'interested' },
      { by: 'agent', text: 'ありがとうございます。火曜日の十四時に伺います。よろしくお願いいたします。' },
    ],
    handoff: { ...standby, end: { status: 'connected', connectedAfter: 6 } },
    stage: 'person',
    result: 'success',
    reason: 'talked',
    nextAction: { kind: 'visit', inDays: 6 },
    note: '紙の勤務表から手入力。月末の集計に二日。訪問のお約束をいただいた。',
  },
  {
    weight: 4,
    lines: [
      ...putThrough,
      { by: 'agent', text: 'お時間をありがとうございます。いまの勤怠の管理は、どのようになさっていますか。' },
      {
        by: 'customer',
        text: '別のシステムを使っていて、契約が来年の三月までなんです。',
        intent: 'interested',
      },
      { by: 'agent', text: 'では、資料だけお送りして、年明けに改めてご連絡いたします。' },
      { by: 'customer', text: 'はい、資料は見てみたいです。', intent: 'interested' },
    ],
    handoff: { ...standby, end: { status: 'connected', connectedAfter: 6 } },
    stage: 'person',
    result: 'follow_up',
    reason: 'talked',
    nextAction: { kind: 'send-material', inDays: 2 },
    note: '他社と来年三月まで契約中。資料を送る。',
  },
  {
    weight: 9,
    lines: [
      reception,
      introduction,
      { by: 'customer', text: '申し訳ございません。{person}は本日、外出しております。', intent: 'absent' },
      { by: 'ai', template: 'absent' },
    ],
    handoff: null,
    stage: 'explained',
    result: 'absent',
    reason: 'absent',
    nextAction: { kind: 'call-back', inDays: 1 },
    note: '',
  },
  {
    weight: 6,
    lines: [
      reception,
      introduction,
      { by: 'customer', text: 'どのようなご用件でしょうか。', intent: 'purpose_inquiry' },
      { by: 'ai', template: 'pitch_short' },
      {
        by: 'customer',
        text: 'あいにく会議中でして、明日の十五時でしたら席におります。',
        intent: 'callback',
      },
      { by: 'ai', template: 'callback_until', nextTime: '明日の15時' },
    ],
    handoff: null,
    stage: 'explained',
    result: 'follow_up',
    reason: 'callback',
    nextAction: { kind: 'call-back', inDays: 1 },
    note: '明日の15時にかけ直し。',
  },
  {
    weight: 4,
    lines: [
      reception,
      introduction,
      {
        by: 'customer',
        text: '営業のお電話でしたら、ホームページのお問い合わせからお願いしております。',
        intent: 'website_redirect',
      },
      { by: 'ai', template: 'website_redirect' },
    ],
    handoff: null,
    stage: 'explained',
    result: 'follow_up',
    reason: 'website-redirect',
    nextAction: { kind: 'send-material', inDays: 1 },
    note: '問い合わせフォームから連絡する。',
  },
  {
    weight: 3,
    lines: [
      reception,
      introduction,
      {
        by: 'customer',
        text: '恐れ入りますが、そういったお電話はすべてお断りしております。',
        intent: 'rejection',
      },
      { by: 'ai', template: 'rejection' },
    ],
    handoff: null,
    stage: 'explained',
    result: 'rejected',
    reason: 'rejection',
    nextAction: null,
    note: '',
  },
  {
    weight: 2,
    lines: [
      reception,
      introduction,
      { by: 'customer', text: '担当に代わりますので、少々お待ちください。', intent: 'transfer_hold' },
      { by: 'ai', template: 'hold_thanks' },
      { by: 'customer', text: 'お待たせしました、{person}です。', intent: 'person_on_line' },
      { by: 'ai', template: 'handoff_failed', nextTime: '明日の10時' },
    ],
    handoff: { ...standby, end: { status: 'failed', offer: 'expired' } },
    stage: 'person',
    result: 'follow_up',
    reason: 'no-agent',
    nextAction: { kind: 'call-back', inDays: 1 },
    note: '担当者につながったが、こちらの手がふさがっていた。お詫びの電話をする。',
  },
  {
    weight: 2,
    lines: [],
    handoff: null,
    stage: 'opening',
    result: 'absent',
    reason: 'no-answer',
    nextAction: { kind: 'call-back', inDays: 1 },
    note: '',
  },
];
