import type { OwnedNumber } from './account-access.ts';
import type { Answer } from './answer.ts';
import { unansweredFinding } from './check-refusal.ts';
import { advice, type Finding, right, wrong } from './finding.ts';

interface NumberAnswers {
  readonly number: string;
  readonly owned: Answer<OwnedNumber | null>;
  readonly verified: Answer<boolean>;
}

/** Whether calls may show this number, and whether it can be spoken through. */
export function checkNumber({ number, owned, verified }: NumberAnswers): readonly Finding[] {
  const wanted = { en: `Number ${number}`, ja: `番号 ${number}` };
  if (owned.type !== 'answered') return [unansweredFinding(wanted, owned)];
  if (owned.value !== null) return [voice(number, owned.value), ...identity(number, owned.value)];
  if (verified.type !== 'answered') return [unansweredFinding(wanted, verified)];
  return [verified.value ? verifiedOnly(number) : foreign(number)];
}

function voice(number: string, { capabilities }: OwnedNumber): Finding {
  if (capabilities.voice) {
    return right({
      en: `The account owns ${number}, which can carry voice.`,
      ja: `${number} はアカウントの番号で、音声通話に使えます。`,
    });
  }
  return wrong(
    { en: `${number} cannot carry voice.`, ja: `${number} は音声通話に使えません。` },
    {
      en: 'Buy a number with the capability "Voice" and set TWILIO_NUMBER to it.',
      ja: '「Voice」に対応した番号を購入し、TWILIO_NUMBER に設定してください。',
    },
  );
}

/** Japanese numbers are given only to those who have proved who they are. (twilio.com/en-us/guidelines/jp/regulatory) */
function identity(number: string, { bundleSid, addressSid }: OwnedNumber): readonly Finding[] {
  if (!number.startsWith('+81')) return [otherCountry(number)];
  if (bundleSid !== '') {
    return [
      right({
        en: 'The number has a regulatory bundle.',
        ja: '番号に規制バンドル(本人確認)が付いています。',
      }),
    ];
  }
  return [
    advice(
      addressSid === ''
        ? {
            en: `${number} has neither a regulatory bundle nor an address.`,
            ja: `${number} には規制バンドルも住所も付いていません。`,
          }
        : {
            en: `${number} has an address, but no regulatory bundle.`,
            ja: `${number} には住所だけがあり、規制バンドルが付いていません。`,
          },
      {
        en: 'Japanese numbers need one: without it Twilio may bar calls or take the number back. Look in console.twilio.com, Phone Numbers, Regulatory Compliance, whether a bundle is approved, and assign it to the number.',
        ja: '日本の番号には必要です。ないと発信を止められたり、番号を失ったりするおそれがあります。console.twilio.com の Phone Numbers の Regulatory Compliance で承認済みのバンドルを確かめ、番号に割り当ててください。',
      },
    ),
  ];
}

function otherCountry(number: string): Finding {
  return advice(
    { en: `${number} is no Japanese number.`, ja: `${number} は日本の番号ではありません。` },
    {
      en: 'Companies in Japan see a call from abroad, and cannot call back at home rates: a Japanese number needs a regulatory bundle (docs/twilio-setup.md).',
      ja: '日本の企業には国外からの着信に見え、折り返しも国際電話になります。日本の番号には規制バンドルが必要です(docs/twilio-setup.md)。',
    },
  );
}

function verifiedOnly(number: string): Finding {
  return advice(
    {
      en: `${number} is verified as a caller, but not owned by the account.`,
      ja: `${number} は発信者番号として認証されていますが、アカウントの番号ではありません。`,
    },
    {
      en: 'Calls may show it. Whoever calls it back reaches its own telephone, not Toritsugi.',
      ja: '発信者番号に使えます。折り返しの電話は Toritsugi ではなく、その番号の電話に届きます。',
    },
  );
}

function foreign(number: string): Finding {
  return wrong(
    {
      en: `${number} is neither owned by the account nor verified as a caller.`,
      ja: `${number} はアカウントの番号でも、認証済みの発信者番号でもありません。`,
    },
    {
      en: 'Set TWILIO_NUMBER to a number from console.twilio.com, Phone Numbers, Active numbers; or verify it there under Verified Caller IDs.',
      ja: 'TWILIO_NUMBER を console.twilio.com の Phone Numbers、Active numbers にある番号にするか、Verified Caller IDs で認証してください。',
    },
  );
}
