import type { Introductions } from './introductions.ts';
import type { AfterReply, Reception, Reply } from './persona.ts';

const LISTEN: AfterReply = { type: 'listen' };
const HANG_UP: AfterReply = { type: 'hang-up' };

const talk: Reception['talk'] = [
  'はい、お電話代わりました。どのようなお話でしょうか。',
  'なるほど、今はどこの会社も人手が足りませんからね。',
  'うちでも、ちょうど見直しを考えていたところなんです。',
  '料金は、だいたいどのくらいになりますか。',
  '資料があれば、一度見てみたいですね。',
];

/** Fetches the person in charge, who then speaks. */
export function putsThrough(introductions: Introductions): Reception {
  return reception(introductions.reception, [
    away('担当の者に代わりますので、少々お待ちください。', 6_000, introductions.personFetched),
    listen('はい、お願いします。'),
  ]);
}

export function absent(introductions: Introductions): Reception {
  return reception(introductions.reception, [
    listen('申し訳ございません、担当の者は本日外出しております。'),
    listen('はい、よろしくお願いいたします。'),
  ]);
}

export function refuses(introductions: Introductions): Reception {
  return reception(introductions.reception, [
    listen('申し訳ございませんが、営業のお電話はすべてお断りしております。'),
  ]);
}

export function asksWho(introductions: Introductions): Reception {
  return reception(introductions.reception, [
    listen('失礼ですが、どちら様でしょうか。'),
    away('少々お待ちくださいませ。', 6_000, introductions.personFetched),
    listen('はい、お願いします。'),
  ]);
}

export function asksWhat(introductions: Introductions): Reception {
  return reception(introductions.reception, [
    listen('どういったご用件でしょうか。'),
    listen('もう少し詳しく、どのような内容かお聞かせいただけますか。'),
    listen('担当に確認いたしましたが、今のところ必要ないとのことですので、お断りいたします。'),
  ]);
}

export function asksAppointment(introductions: Introductions): Reception {
  return reception(introductions.reception, [
    listen('本日は、お約束はいただいておりますでしょうか。'),
    listen('お約束のない方のお取り次ぎはいたしかねます。'),
  ]);
}

export function asksMachine(introductions: Introductions): Reception {
  return reception(introductions.reception, [
    listen('あの、これは機械の音声ですか。'),
    listen('では、人に代わってもらえますか。'),
    listen('はい、お願いします。'),
  ]);
}

export function webForm(introductions: Introductions): Reception {
  return reception(introductions.reception, [
    listen('お問い合わせは、ホームページのフォームからお願いしております。'),
    listen('はい、よろしくお願いいたします。'),
  ]);
}

export function callBackAtThree(introductions: Introductions): Reception {
  return reception(introductions.reception, [
    listen('恐れ入りますが、午後三時ごろに、もう一度おかけ直しいただけますか。'),
    listen('はい、よろしくお願いいたします。'),
  ]);
}

export function longHold(introductions: Introductions): Reception {
  return reception(introductions.reception, [
    {
      say: 'ただいま確認いたしますので、少々お待ちください。',
      afterwards: {
        type: 'hold',
        ms: 45_000,
        melody: true,
        back: `大変お待たせいたしました。${introductions.personFetched}`,
      },
    },
    listen('はい、お願いします。'),
  ]);
}

export function behindMenu(introductions: Introductions): Reception {
  return reception(introductions.department, [
    listen('申し訳ございません、担当の者は本日お休みをいただいております。'),
    listen('はい、よろしくお願いいたします。'),
  ]);
}

/** A private home, not whoever the directory says. */
export function wrongNumber(): Reception {
  return reception('はい、三宅です。', [
    { say: 'いえ、違います。うちは個人の家ですので、番号をお間違えではないですか。', afterwards: LISTEN },
    { say: 'では、切りますね。', afterwards: HANG_UP },
  ]);
}

export function rambling(introductions: Introductions): Reception {
  const replies: Reception['replies'] = [
    listen('ええと、あのう、それがですねえ、なんと申しますか。'),
    listen('いやあ、この前の台風で、裏の倉庫の屋根がねえ。'),
    listen('それで、うちの犬がまた、ほら、ねえ。'),
    listen('まあ、そういうこともありますわねえ。'),
  ];
  return { ...reception(introductions.reception, replies), askedToRepeat: 'goes-on' };
}

export function personAnswers(introductions: Introductions): Reception {
  return reception(introductions.person, [
    listen('私が担当ですが、どのようなお話でしょうか。'),
    listen('そうですか、もう少し詳しく聞かせてください。'),
    listen('はい、お願いします。'),
  ]);
}

export function forbidsCalls(introductions: Introductions): Reception {
  return reception(introductions.reception, [
    listen('もう二度と電話してこないでください。'),
    { say: '切りますよ。', afterwards: HANG_UP },
  ]);
}

export function speaksEnglish(): Reception {
  return reception('Hello, may I help you?', [
    listen("I'm sorry, I don't speak Japanese. Do you speak English?"),
    listen('Yes, please. I will wait.'),
  ]);
}

export function asksForHuman(introductions: Introductions): Reception {
  return reception(introductions.reception, [
    listen('自動音声ではなくて、担当の方と直接お話しできますか。'),
    listen('はい、お願いします。'),
  ]);
}

function reception(greeting: string, replies: Reception['replies']): Reception {
  return { type: 'reception', greeting, replies, talk, askedToRepeat: 'repeats' };
}

function listen(say: string): Reply {
  return { say, afterwards: LISTEN };
}

function away(say: string, ms: number, back: string): Reply {
  return { say, afterwards: { type: 'hold', ms, melody: false, back } };
}
