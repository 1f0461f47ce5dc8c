import { integerBetween, type Random } from '../../backend/db/seed/random.ts';

interface LargeTurn {
  readonly speaker: 'ai' | 'customer';
  readonly text: string;
  readonly intent: string | null;
  readonly stage: string | null;
}

interface Spoken {
  readonly number: number;
  readonly result: string;
  readonly company: string;
}

/** Said in one call of so many: what somebody searches for who remembers a call. */
export const rarePhrase = { text: '補助金の申請', every: 10_000 };
export const uncommonPhrase = { text: '来月の展示会', every: 500 };
export const commonPhrase = 'お世話になっております';

/** Sixteen, in turn: eight of the customer and eight of the AI. */
export function turnsOf(random: Random, { number, result, company }: Spoken): readonly LargeTurn[] {
  const last = lastWords[result] ?? lastWords['failed'] ?? [];
  return Array.from({ length: 16 }, (_, at): LargeTurn => {
    if (at % 2 === 1)
      return { speaker: 'ai', text: filled(random, ours, company), intent: null, stage: null };
    const stage = at < 6 ? 'opening' : 'explained';
    if (at === 14)
      return { speaker: 'customer', ...(last[integerBetween(random, 0, last.length - 1)] ?? bye), stage };
    const { text, intent } = theirs[integerBetween(random, 0, theirs.length - 1)] ?? bye;
    const aside = asideOf(number, at);
    return { speaker: 'customer', text: aside ?? text.replace('{company}', company), intent, stage };
  });
}

function asideOf(number: number, at: number): string | null {
  if (at !== 8) return null;
  if (number % rarePhrase.every === 0) return `ただいま${rarePhrase.text}で立て込んでおりまして。`;
  return number % uncommonPhrase.every === 0 ? `${uncommonPhrase.text}の準備をしております。` : null;
}

const bye = { text: '失礼いたします。', intent: 'closing' };

const theirs = [
  { text: 'お電話ありがとうございます。{company}でございます。', intent: 'acknowledgement' },
  { text: 'はい、どのようなご用件でしょうか。', intent: 'purpose_inquiry' },
  { text: '恐れ入りますが、どちら様でしょうか。', intent: 'company_inquiry' },
  { text: 'すみません、もう一度お願いできますか。', intent: 'clarification' },
  { text: '確認いたしますので少々お待ちください。', intent: 'transfer_hold' },
  { text: 'お約束はいただいておりますでしょうか。', intent: 'appointment_inquiry' },
  { text: 'はい、承知いたしました。', intent: 'acknowledgement' },
  { text: 'これは機械の音声ですか。', intent: 'ai_inquiry' },
  { text: 'いつもお世話になっております。', intent: 'acknowledgement' },
  { text: 'ええと、そうですね。', intent: 'unknown' },
];

const lastWords: Readonly<Record<string, readonly { readonly text: string; readonly intent: string }[]>> = {
  success: [
    { text: 'お電話代わりました、担当の者です。', intent: 'person_on_line' },
    { text: '詳しくお話を伺いたいです。', intent: 'interested' },
  ],
  absent: [
    { text: 'あいにく席を外しております。', intent: 'absent' },
    { text: '本日は終日外出しております。', intent: 'absent' },
  ],
  rejected: [
    { text: '営業のお電話はお断りしております。', intent: 'rejection' },
    { text: '間に合っておりますので結構です。', intent: 'rejection' },
    { text: '今は予算がございません。', intent: 'rejection' },
    { text: 'もう二度とかけてこないでください。', intent: 'do_not_call' },
  ],
  follow_up: [{ text: '明日の午後にかけ直していただけますか。', intent: 'callback' }],
  failed: [bye],
};

const ours = [
  'お世話になっております。取次サービスの鈴木と申します。',
  '業務を効率化するサービスのご案内でお電話いたしました。',
  'ご担当の方におつなぎいただけますでしょうか。',
  '{company}様のお役に立てる事例がございます。',
  '失礼いたしました。改めてご説明いたします。',
  'お忙しいところ恐れ入ります。',
  '一分ほどお時間をいただけますでしょうか。',
  'かしこまりました。ありがとうございます。',
];

function filled(random: Random, texts: readonly string[], company: string): string {
  return (texts[integerBetween(random, 0, texts.length - 1)] ?? '').replace('{company}', company);
}
