/** The replies by when they are said, each with its name in Japanese and in English. */
export const templateGroups = [
  {
    name: { ja: '最初の挨拶', en: 'Opening' },
    replies: {
      initial: ['名乗りと用件', 'Introduction and purpose'],
      initial_consent: ['担当者本人への名乗り', 'Introduction to the person in charge'],
      recording_notice: ['録音のお知らせ', 'Recording notice'],
      voicemail: ['留守番電話', 'Voicemail'],
      inbound_greeting: ['かかってきた電話に出る', 'Answering a call to us'],
    },
  },
  {
    name: { ja: '取り次ぎのお願い', en: 'Asking to be put through' },
    replies: {
      ask_person: ['担当者の在席を尋ねる', 'Ask for the person in charge'],
      ask_person_again: ['在席を尋ねる（2回目）', 'Ask for the person again'],
      ask_transfer: ['取り次ぎを頼む', 'Ask to be put through'],
      ask_transfer_again: ['取り次ぎを頼む（2回目）', 'Ask to be put through again'],
      ask_transfer_waiting: ['待つと伝える', 'Say that we wait'],
      ask_successor: ['後任の方を尋ねる', 'Ask for the successor'],
      ask_whoever: ['近い担当の方を頼む', 'Ask for whoever is closest'],
      for_whom: ['どなた宛てか（部署）', 'For whom (department)'],
      for_person: ['どなた宛てか（氏名）', 'For whom (by name)'],
      whom_confirmed: ['宛先を確かめられた', 'The right person was named'],
      hold_thanks: ['待つときのお礼', 'Thanks for fetching somebody'],
      hold_yes: ['待つかと聞かれた', 'Asked whether we wait'],
    },
  },
  {
    name: { ja: '質問への答え', en: 'Answers to questions' },
    replies: {
      clarification: ['聞き返された', 'Not understood'],
      clarification_again: ['聞き返された（2回目）', 'Not understood again'],
      clarification_prepare: ['聞き返された（3回目）', 'Not understood a third time'],
      company_confirmation: ['会社名を聞かれた', 'Who is calling'],
      company_confirmation_again: ['会社名を聞かれた（2回目）', 'Who is calling, again'],
      spelling: ['漢字を聞かれた', 'How the name is written'],
      pitch_short: ['用件を聞かれた（短く）', 'What it is about, in short'],
      pitch_long: ['用件を聞かれた（詳しく）', 'What it is about, in detail'],
      pitch_human: ['詳しい話は社員から', 'Details from a human'],
      appointment: ['約束があるかと聞かれた', 'Whether there is an appointment'],
      appointment_again: ['約束（2回目）', 'Appointment, again'],
      ai_inquiry: ['AIかと聞かれた', 'Whether this is a machine'],
      ai_inquiry_again: ['AIか（2回目）', 'Whether this is a machine, again'],
      number_source: ['番号の入手先', 'Where the number is from'],
      personal_data: ['個人情報', 'Personal data'],
      recorded: ['録音しているか（はい）', 'Recorded: yes'],
      transcribed: ['録音しているか（いいえ）', 'Recorded: no'],
      our_number: ['こちらの番号', 'Our number'],
      how_long: ['かかる時間', 'How long it takes'],
      suspicion: ['不審がられた', 'Suspicion'],
    },
  },
  {
    name: { ja: '社員につなぐ', en: 'Bringing in a human' },
    replies: {
      offer_human: ['人に代わるかを尋ねる', 'Offer a human'],
      offer_human_again: ['人に代わるか（2回目）', 'Offer a human again'],
      person_connecting: ['担当者が出た', 'The person came on the line'],
      consent: ['つなぐ同意を求める', 'Ask for consent'],
      consent_again: ['同意を求める（2回目）', 'Ask for consent again'],
      connecting: ['つなぐ', 'Connecting'],
      connecting_apology: ['お詫びしてつなぐ', 'Connecting with an apology'],
      waiting: ['呼び出し中のひと言', 'A word while ringing'],
      waiting_again: ['社員の空き待ち・2回目', 'While nobody is free, or once more'],
      handoff_failed: ['つながらなかった', 'Nobody could be had'],
      english: ['英語で話された', 'English was spoken'],
      english_again: ['英語（つなぐとき）', 'English, while connecting'],
    },
  },
  {
    name: { ja: '聞き取れない・無言', en: 'Unclear and silent' },
    replies: {
      unclear: ['聞き取れない', 'Unclear'],
      unclear_prepare: ['聞き取れない（2回目）', 'Unclear again'],
      silence: ['無言', 'Silence'],
      silence_again: ['無言（2回目）', 'Silence again'],
      silence_closing: ['無言で終える', 'Silence: closing'],
      hold_too_long: ['保留が長い', 'On hold too long'],
    },
  },
  {
    name: { ja: '終わりの挨拶', en: 'Closing' },
    replies: {
      absent: ['不在', 'Absent'],
      absent_until: ['不在（戻る時刻あり）', 'Absent until'],
      busy: ['忙しい', 'Busy'],
      callback: ['かけ直す', 'We call back'],
      callback_until: ['かけ直す（時刻あり）', 'We call back at a time'],
      callback_by_them: ['先方から連絡がある', 'They call back'],
      callback_if_needed: ['必要なら連絡がある', 'They call if needed'],
      website_redirect: ['フォームやメールを案内された', 'A form or e-mail instead'],
      rejection: ['断られた', 'Rejected'],
      do_not_call: ['今後かけないでほしい', 'Do not call'],
      wrong_number: ['番号違い', 'Wrong number'],
      closing: ['挨拶して終える', 'Good-bye'],
    },
  },
  {
    name: { ja: 'かかってきた電話', en: 'Calls to us' },
    replies: {
      inbound_ask: ['用件を尋ねる', 'Ask what it is about'],
      inbound_purpose: ['電話した理由を聞かれた', 'Why we called'],
      inbound_apology: ['お待たせしたお詫び', 'Apology for the wait'],
      inbound_ask_message: ['伝言を尋ねる', 'Ask for a message'],
      inbound_ask_more: ['伝言を続けて尋ねる', 'Ask for more'],
      inbound_ask_number: ['番号を尋ねる', 'Ask for the number'],
      inbound_message_taken: ['折り返しを約束する', 'Promise to call back'],
      inbound_message_kept: ['伝言を預かる', 'Message taken'],
    },
  },
] as const satisfies readonly TemplateGroup[];

interface TemplateGroup {
  readonly name: { readonly ja: string; readonly en: string };
  readonly replies: Readonly<Record<string, readonly [ja: string, en: string]>>;
}

interface NamedGroup {
  readonly name: string;
  readonly replies: readonly { readonly key: string; readonly name: string }[];
}

/** The groups of those that there are; what has no name yet is called by its key, at the end. */
export function groupsOf(keys: readonly string[], language: 'ja' | 'en'): readonly NamedGroup[] {
  const place = language === 'ja' ? 0 : 1;
  const groups = templateGroups.map(({ name, replies }: TemplateGroup) => ({
    name: name[language],
    replies: Object.entries(replies)
      .filter(([key]) => keys.includes(key))
      .map(([key, names]) => ({ key, name: names[place] })),
  }));
  const named = new Set(groups.flatMap(({ replies }) => replies.map(({ key }) => key)));
  const others = keys.filter((key) => !named.has(key)).map((key) => ({ key, name: key }));
  return others.length === 0 ? groups : [...groups, { name: '…', replies: others }];
}
