import type { HandoffReason, HandoffStatus, OfferStatus } from '../../contract/handoffs.ts';
import type { CallResult, Intent, ResultReason } from '../../contract/vocabulary.ts';
import type { TemplateKey } from '../../conversation/templates.ts';
import type { Due } from './demo-due.ts';

/**
 * One line of a demo call. In the words `{company}`, `{person}` and `{department}` stand for the customer's own, and `{when}` for the
 * time of the next action. `waited` is how many seconds of silence or hold music come first: at least, at most.
 */
export type ScriptLine = (
  | { readonly by: 'customer'; readonly text: string; readonly intent: Intent | null }
  | { readonly by: 'ai'; readonly template: TemplateKey }
  | { readonly by: 'agent'; readonly text: string }
) & { readonly waited?: readonly [least: number, most: number] };

/** How a human came, or did not come, into the call: at which line they were to stand by, and were heard or no longer waited for. */
export interface ScriptHandoff {
  readonly reason: HandoffReason;
  readonly requestedAt: number;
  /** Why, and at which line, they were wanted at once. */
  readonly connect: { readonly reason: HandoffReason; readonly at: number };
  readonly end:
    | { readonly status: Extract<HandoffStatus, 'connected'>; readonly at: number }
    | {
        readonly status: Extract<HandoffStatus, 'failed' | 'withdrawn'>;
        readonly at: number;
        readonly offer: OfferStatus;
      };
}

export interface Script {
  readonly weight: number;
  readonly lines: readonly ScriptLine[];
  readonly handoff: ScriptHandoff | null;
  readonly result: CallResult;
  readonly reason: ResultReason;
  readonly nextAction: {
    readonly kind: 'call-back' | 'send-material' | 'visit' | 'none';
    /** Null where no time was named. */
    readonly due: Due | null;
  } | null;
  /** As the AI sums a call up, or as an agent writes. */
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
  {
    by: 'customer',
    text: 'お電話代わりました、{person}です。',
    intent: 'person_on_line',
    waited: [14, 40],
  },
  { by: 'ai', template: 'person_connecting' },
];
const standby = {
  reason: 'put-on-hold',
  requestedAt: 3,
  connect: { reason: 'person-on-line', at: 5 },
} as const;
const connected = { ...standby, end: { status: 'connected', at: 6 } } as const;

/** After the handoff nobody classifies any more what the customer says. */
function customer(text: string): ScriptLine {
  return { by: 'customer', text, intent: null };
}

function agent(text: string): ScriptLine {
  return { by: 'agent', text };
}

/** Calls as they go in life: most reach nobody who decides, some do. */
export const demoScripts: readonly Script[] = [
  {
    weight: 4,
    lines: [
      ...putThrough,
      agent('お忙しいところ恐れ入ります。勤怠の集計には、月にどのくらいお時間がかかっていますか。'),
      customer('締め日のあと、二日ほどかかりますね。紙の勤務表を手で打ち込んでいるものですから。'),
      agent('それはたいへんですね。打ち込みは、何名様分くらいでしょうか。'),
      customer('拠点が三つありまして、全部で百二十人ほどです。間違いがあると、また一からなんです。'),
      agent(
        'それでしたら、画面をお見せしながら三十分ほどご説明できます。一度お伺いしてもよろしいでしょうか。',
      ),
      customer('そうですね。では、{when}でお願いします。'),
      agent('ありがとうございます。{when}に伺います。よろしくお願いいたします。'),
      customer('はい、お待ちしております。'),
    ],
    handoff: connected,
    result: 'success',
    reason: 'talked',
    nextAction: { kind: 'visit', due: { workingDays: 5, hour: 14 } },
    note: '紙の勤務表から手入力、120名。月末の集計に二日。訪問のお約束をいただいた。',
  },
  {
    weight: 4,
    lines: [
      ...putThrough,
      agent('お時間をありがとうございます。いまの勤怠の管理は、どのようになさっていますか。'),
      customer('別のシステムを使っていて、契約がまだ半年ほど残っているんです。'),
      agent('さようでございますか。お使いになっていて、ご不便な点はございますか。'),
      customer('有給の残りの日数が、自動で計算されないところですね。'),
      agent('そちらは自動で計算できますので、まずは資料をお送りいたします。'),
      customer('はい、資料は見てみたいです。'),
    ],
    handoff: connected,
    result: 'follow_up',
    reason: 'talked',
    nextAction: { kind: 'send-material', due: { workingDays: 1, hour: 10 } },
    note: '他社と契約中、残り半年ほど。有給の残日数の計算にご不便。資料を送る。',
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
    result: 'absent',
    reason: 'absent',
    nextAction: { kind: 'call-back', due: null },
    note: '不在だった',
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
        text: 'あいにく会議中でして、{when}でしたら席におります。',
        intent: 'callback',
      },
      { by: 'ai', template: 'callback_until' },
    ],
    handoff: null,
    result: 'follow_up',
    reason: 'callback',
    nextAction: { kind: 'call-back', due: { workingDays: 1, hour: 15 } },
    note: '用件を聞かれた → 改めて連絡することになった',
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
    result: 'follow_up',
    reason: 'website-redirect',
    nextAction: { kind: 'send-material', due: null },
    note: '別の連絡方法を求められた',
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
    result: 'rejected',
    reason: 'rejection',
    nextAction: { kind: 'none', due: null },
    note: '断られた',
  },
  {
    weight: 2,
    lines: [
      ...putThrough,
      { by: 'ai', template: 'waiting', waited: [8, 10] },
      { by: 'ai', template: 'handoff_failed', waited: [18, 22] },
    ],
    handoff: { ...standby, end: { status: 'failed', at: 7, offer: 'expired' } },
    result: 'follow_up',
    reason: 'no-agent',
    nextAction: { kind: 'call-back', due: 'in-an-hour' },
    note: '取り次いでいただいた → 担当者が出られた',
  },
  {
    weight: 2,
    lines: [],
    handoff: null,
    result: 'absent',
    reason: 'no-answer',
    nextAction: null,
    note: '',
  },
];
