import type { Refusal } from '../contract/reports.ts';
import { searchable } from '../kernel/overlapping-pairs.ts';

/** Why somebody refused, from the words with which they did: the first that fits. Katakana, as `searchable` writes. */
export function refusalOf(words: string): Refusal {
  const text = searchable(words);
  return cues.find(([, cue]) => cue.test(text))?.[0] ?? 'other';
}

const cues: readonly (readonly [Refusal, RegExp])[] = [
  ['never-again', /(二度ト|モウ|今後|以後).*(カケ|電話|連絡)|リスト.*(外シ|消シ)|stopcalling|donotcall/],
  ['no-sales-calls', /(営業|セールス|勧誘).*(断リ|断ッ|受ケテ|遠慮|オツナギ|取リ次|結構)|nosales/],
  ['no-budget', /予算|コスト|オ金|費用|余裕ガナ|budget/],
  ['not-decided-here', /本社|本部|親会社|グループ.*決|コチラデハ.*(決|判断)|権限|headoffice/],
  [
    'already-served',
    /間ニ合ッ|足リテ|他社|他ノ?(会社|業者|トコロ)|付キ合イ|取引先|既ニ|スデニ|モウ.*(使ッ|入レ|導入|契約)|already/,
  ],
  [
    'no-need',
    /必要|結構|興味|関心|要リマセン|イリマセン|イラナイ|不要|大丈夫|検討シテ(オリ|イ)マセン|notinterested|noneed/,
  ],
];
