import type { AiPlacement } from '../../placement.ts';
import type { Answer } from './answer.ts';
import { unansweredFinding } from './check-refusal.ts';
import { unreachedWords } from './fetched.ts';
import { advice, type Finding, right, type Words, wrong } from './finding.ts';

type Failed = Exclude<Answer<unknown>, { readonly type: 'answered' }>;

export function heardFinding(words: string, aiLeg: AiPlacement): Finding {
  const about: Words = {
    en: `Probe: <Gather> hears the conference (it understood 「${words}」).`,
    ja: `試験通話: <Gather> に会議の音声が届きます(「${words}」と聞き取りました)。`,
  };
  if (aiLeg === 'conference') return right(about);
  return advice(about, {
    en: 'AI_LEG=conference, the default, works with this account: agents on standby then hear the call, and recordings have the AI, too.',
    ja: 'このアカウントでは既定の AI_LEG=conference が使えます。待機中の担当者が通話を聞け、AI の部分も録音されます。',
  });
}

export function deafFinding(aiLeg: AiPlacement): Finding {
  const about: Words = {
    en: 'Probe: <Gather> hears nothing of the conference.',
    ja: '試験通話: <Gather> に会議の音声が届きません。',
  };
  return aiLeg === 'customer' ? advice(about, stay) : wrong(about, change);
}

/** An account that may not have them. */
export function noApplicationFinding(failed: Failed, aiLeg: AiPlacement): Finding {
  if (failed.type === 'unreachable') return notPlacedFinding(failed);
  const code = failed.code === null ? `HTTP ${failed.status}` : `error ${failed.code}`;
  const about: Words = {
    en: `Probe: Twilio does not let an application into a conference (${code}).`,
    ja: `試験通話: アプリケーションを会議に入れることを Twilio に断られました(${code})。`,
  };
  return aiLeg === 'customer' ? advice(about, stay) : wrong(about, change);
}

const change: Words = {
  en: 'Set AI_LEG=customer in .env and start the server again: the AI then speaks on the customer’s own leg.',
  ja: '.env に AI_LEG=customer と書き、サーバーを起動し直してください。AI がお客様の通話の上で話すようになります。',
};

const stay: Words = {
  en: 'AI_LEG=customer is set, which does not need it: leave it as it is.',
  ja: '設定されている AI_LEG=customer では必要ありません。そのままにしてください。',
};

/** The server, which is to leave a leg to the probe. */
export function unreachedFinding(code: string): Finding {
  const { en, ja } = unreachedWords(code);
  return wrong({ en: `Probe: PUBLIC_URL ${en}.`, ja: `試験通話: PUBLIC_URL: ${ja}。` }, restart);
}

const restart: Words = {
  en: 'Start the server, and see that PUBLIC_URL leads to it; then probe again.',
  ja: 'サーバーを起動し、PUBLIC_URL がそこに届くことを確かめて、もう一度試してください。',
};

export function notPlacedFinding(failed: Failed): Finding {
  return unansweredFinding({ en: 'Probe', ja: '試験通話' }, failed);
}

const ends = {
  busy: { en: 'is busy', ja: '話し中です' },
  'no-answer': { en: 'did not answer', ja: '応答しません' },
  failed: { en: 'could not be reached', ja: 'つながりません' },
  canceled: { en: 'was hung up on', ja: '切られました' },
} as const satisfies Readonly<Record<string, Words>>;

export function unansweredCallFinding(status: keyof typeof ends): Finding {
  const { en, ja } = ends[status];
  return wrong(
    {
      en: `Probe: nothing was found out, because our own number ${en}.`,
      ja: `試験通話: 自分の番号が${ja}。何も分かりませんでした。`,
    },
    {
      en: 'See that calls to TWILIO_NUMBER lead to this server (npm run twilio:setup), and probe again. If it stays so, follow part 2 of docs/manual-voice-test.md.',
      ja: 'TWILIO_NUMBER への電話がこのサーバーにつながるようにして(npm run twilio:setup)、もう一度試してください。変わらなければ docs/manual-voice-test.md の 2 をご覧ください。',
    },
  );
}

export const noResultFinding: Finding = wrong(
  {
    en: 'Probe: nothing was found out, because nobody told what was heard.',
    ja: '試験通話: 結果が届かず、何も分かりませんでした。',
  },
  {
    en: 'See that webhooks arrive (the signed webhook above), and probe again.',
    ja: '上の署名つき webhook が届いているか確かめて、もう一度試してください。',
  },
);

/** Nobody was called. */
export const serverNeededFinding: Finding = wrong(
  {
    en: 'Probe: no call was made, because the server, which has to answer it, does not run here. Whether <Gather> hears the conference is not known.',
    ja: '試験通話: 電話に応答するサーバーがここで動いていないため、発信していません。<Gather> に会議の音声が届くかは未確認です。',
  },
  {
    en: 'Start the server with the same .env (npm start, or where it is installed), and run npm run twilio:doctor -- --probe again on the same machine; with containers: docker compose exec toritsugi node out/backend/twilio-doctor.js --probe.',
    ja: '同じ .env でサーバーを起動し(npm start)、同じマシンで npm run twilio:doctor -- --probe をもう一度実行してください。コンテナの場合: docker compose exec toritsugi node out/backend/twilio-doctor.js --probe',
  },
);

/** Nobody was called. */
export function settingsNeededFinding(names: readonly string[]): Finding {
  return wrong(
    {
      en: `Probe: no call was made, because these are not set: ${names.join(', ')}. Whether <Gather> hears the conference is not known.`,
      ja: `試験通話: ${names.join('、')} が未設定のため、発信していません。<Gather> に会議の音声が届くかは未確認です。`,
    },
    {
      en: 'Set what is missing (npm run twilio:setup does what it can), start the server, and probe again.',
      ja: '不足している設定を補い(npm run twilio:setup でできることは自動で行います)、サーバーを起動して、もう一度試してください。',
    },
  );
}
