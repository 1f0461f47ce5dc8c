import type { Intent } from '../../contract/vocabulary.ts';
import { normalise } from './normalise.ts';

/** Old and rare forms of the letters that names are written with, as recognition may write either. */
const SAME_LETTERS: readonly (readonly [RegExp, string])[] = [
  [/[齋齊斎]/g, '斉'],
  [/[邊邉]/g, '辺'],
  [/髙/g, '高'],
  [/﨑/g, '崎'],
  [/嶋/g, '島'],
  [/澤/g, '沢'],
  [/濱/g, '浜'],
  [/櫻/g, '桜'],
  [/廣/g, '広'],
  [/國/g, '国'],
  [/安[部倍]/g, '阿部'],
  [/伊東/g, '伊藤'],
];

const BEFORE_NAME = '(?:^|はい|ええ|もしもし|どうも|あ|です|ます|ました|[がの社店部課係室事業所])';
const AFTER_NAME = /^(です(?![ねか])|でございます|と申し|だけど|だが|本人|が(うけたまわ|承))/;
/** No more than 「…でございますが」: whoever says only that speaks of themselves. */
const NOTHING_MORE = 7;

/** What a receptionist says of the person, and hardly the person of themselves. */
const OF_SOMEBODY_ELSE: ReadonlySet<Intent> = new Set([
  'absent',
  'busy',
  'callback',
  'transfer_hold',
  'rejection',
  'do_not_call',
  'website_redirect',
  'wrong_number',
  'clarification',
]);

/**
 * Whether whoever speaks gives the name that we have on file for the person in charge: 「はい、山田商事の鈴木です」. `otherwise` is what the
 * words would mean without it: 「鈴木ですが、ただいま外出しております」 is said of them, and not by them.
 */
export function isKnownPerson(person: string, words: string, otherwise: Intent): boolean {
  const said = withSameLetters(words);
  return namesOf(person).some((name) => {
    const [, rest = ''] = new RegExp(`${BEFORE_NAME}${name}(.*)`).exec(said) ?? [];
    return AFTER_NAME.test(rest) && (rest.length <= NOTHING_MORE || !OF_SOMEBODY_ELSE.has(otherwise));
  });
}

/** The whole name and the surname; in a name without a space the surname is taken to have two letters, as most have. */
function namesOf(person: string): readonly string[] {
  const whole = withSameLetters(normalise(person));
  const [first = ''] = person.trim().split(/\s+/);
  const surname = withSameLetters(normalise(first));
  const names = [whole, surname === whole && whole.length > 2 ? whole.slice(0, 2) : surname];
  return names.filter((name) => name !== '').map(withoutMeaning);
}

function withSameLetters(text: string): string {
  return SAME_LETTERS.reduce((written, [letters, letter]) => written.replaceAll(letters, letter), text);
}

/** A name is text, whatever stands in the customer's file. */
function withoutMeaning(name: string): string {
  return name.replaceAll(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}
