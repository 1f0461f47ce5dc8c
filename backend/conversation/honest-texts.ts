/** What the AI is, and what happens to the call, has to be told in any wording: these find the texts that do not, in Japanese and English. */

/** Whether it says, to somebody who asks, that a machine is speaking, and nothing that takes it back. */
export function saysMachine(text: string): boolean {
  const { japanese, english } = readings(text);
  if (NO_FIRST.test(japanese) || deniesMachine(text)) return false;
  return A_MACHINE.test(japanese) || A_MACHINE_IN_ENGLISH.test(english);
}

/** Whether it says that no machine is speaking, or that a human is. */
export function deniesMachine(text: string): boolean {
  const { japanese, english } = readings(text);
  return (
    denialOf(MACHINE).test(japanese) ||
    A_HUMAN.test(japanese) ||
    englishDenialOf(MACHINE_IN_ENGLISH).test(english) ||
    A_HUMAN_IN_ENGLISH.test(english)
  );
}

/** Whether it says that the call is recorded, and nothing that takes it back. */
export function saysRecorded(text: string): boolean {
  const { japanese, english } = readings(text);
  if (NO_FIRST.test(japanese)) return false;
  if (denialOf(RECORDING).test(japanese) || englishDenialOf(RECORDING_IN_ENGLISH).test(english)) return false;
  return RECORDED.test(japanese) || RECORDED_IN_ENGLISH.test(english);
}

/** As it is heard: the same letters however wide, and in Japanese no spaces. */
function readings(text: string): { readonly japanese: string; readonly english: string } {
  const english = text.normalize('NFKC').replaceAll(/[’‘]/g, "'");
  return { japanese: english.replaceAll(/\s/g, ''), english };
}

const MACHINE = 'AI|A\\.I\\.?|エーアイ|人工知能|自動|機械|ロボット|ボット|コンピューター?|合成音声';
const RECORDING = '録音|収録|レコーディング';
const MACHINE_IN_ENGLISH =
  '(?:AI|A\\.I\\.|artificial intelligence|automated|automatic|machine|(?:ro)?bot|computer|synthetic|virtual)';
const RECORDING_IN_ENGLISH = '(?:recorded|recording|record)';

/** Both are asked as questions: whether this is a machine, and whether it records. */
const NO_FIRST = /^(?:いいえ|いえ|いや|違います|ちがいます|No\b)/i;

/** The word, and before the sentence goes on behind a comma that it is not so. */
function denialOf(words: string): RegExp {
  const not = '(?:ません|ない|なく|ませぬ)';
  const denied = [
    `(?:で|じゃ|て|は|も|など|なんか|し|いたし|致し|され|残し|残り|取り)(?:あり|ござい|御座い|おり|い|し|いたし|致し)?${not}`,
    `(?<!申し訳|もうしわけ)(?:あり|ござい|御座い)${not}`,
    'とは?(?:違|ちが|異な)',
  ].join('|');
  return new RegExp(`(?:${words})[^。、．，,.!?]{0,12}?(?:${denied})`, 'i');
}

function englishDenialOf(words: string): RegExp {
  const before = `(?:\\bnot|n't|\\bnever|\\bno)(?:\\s+(?!but\\b|human|person|people)[\\w-]+){0,3}\\s+${words}\\b`;
  const behind = `\\b${words}\\b[^,.!?]{0,15}(?:\\bnot\\b|n't\\b|\\bnever\\b)`;
  return new RegExp(`${before}|${behind}`, 'i');
}

const A_HUMAN =
  /(?:人間|生身|(?:本物|本当|普通|生きた)の人|(?:^|[、。,.は])人)(?:そのもの)?(?:です(?!か)|でござい(?!ません)|だ(?!け)|である|が(?:話|お話|喋|しゃべ|かけ|掛け|お電話))/;
const A_HUMAN_IN_ENGLISH =
  /\b(?:I am|I'm|this is|it is|it's|we are|we're|(?:speaking|talking) (?:to|with))\s+(?:(?:a|an|the|real|actual|living|live|genuine|true|very|much|just|only|really|truly|definitely|indeed|human)\s+)*(?:human|person|man|woman)\b/i;

const A_MACHINE = new RegExp(
  `(?:${MACHINE})(?:の|による)?(?:音声|応答|ガイダンス|システム|アシスタント|オペレーター|エージェント|プログラム|担当者?|スタッフ|お?電話|通話|ご?案内|発信|声|\\{\\{my_representative_name\\}\\}|の|による)*` +
    '(?:です(?!か)|でござい(?!ません|ますか)|である|と申し|とな|にな|と(?:お話|話)|が|で(?:お|ご|話|応|対応|案|承|かけ|掛け|発)|から(?:お|ご)|を(?:使って|使用して|用いて|利用して)(?:お|い))',
  'i',
);
const A_MACHINE_IN_ENGLISH = new RegExp(
  `\\b(?:I am|I'm|this is|it is|it's|(?:speaking|talking) (?:to|with)|yes,?)\\s+(?:(?:an?|the|your|our|indeed|really|fully)\\s+)*${MACHINE_IN_ENGLISH}(?![\\w-])`,
  'i',
);

const RECORDED = new RegExp(`(?:${RECORDING})(?:を|は|も|が)?(?:し|いたし|致し|させ|され|中|行|取|残)`);
const RECORDED_IN_ENGLISH =
  /\b(?:is|are|being|be|am|will)\s+(?:\w+\s+)?(?:recorded|recording|record)\b|\b(?:we|I)\s+record\b/i;
