import type { PhoneLanguage } from '../contract/agents.ts';
import type { Urgency } from './handoff-vocabulary.ts';

interface Whisper {
  readonly company: string;
  readonly urgency: Urgency;
}

/** What an agent hears on their own telephone. */
interface TelephoneWords {
  /** Before they take the call. */
  readonly whisper: (whisper: Whisper) => string;
  readonly declined: string;
  /** They pressed 1 too late, or another agent was faster. */
  readonly over: string;
  readonly onAnotherCall: string;
}

export const telephoneWords = {
  ja: {
    whisper: ({ company, urgency }) =>
      urgency === 'connect'
        ? `${company}様のお電話です。1を押すとつながります。`
        : `${company}様のお電話です。先方の保留中から、お待ちいただきます。1を押すとつながります。`,
    declined: '承知しました。ほかの担当者にお願いします。',
    over: '恐れ入ります。このお電話は、ほかの担当者が受けたか、先方が切られました。失礼いたします。',
    onAnotherCall: '別のお電話に出られているため、おつなぎできません。失礼いたします。',
  },
  en: {
    whisper: ({ company, urgency }) =>
      urgency === 'connect'
        ? `A call with ${company}. Press 1 to be connected.`
        : `A call with ${company}, who have us on hold. Press 1 to wait on the line.`,
    declined: 'All right. Somebody else will be asked.',
    over: 'Sorry, a colleague has taken this call, or the customer has hung up. Goodbye.',
    onAnotherCall: 'You are on another call, so this one cannot be put through. Goodbye.',
  },
} as const satisfies Record<PhoneLanguage, TelephoneWords>;

/** BCP 47 */
export const spokenLanguage = { ja: 'ja-JP', en: 'en-US' } as const satisfies Record<PhoneLanguage, string>;
