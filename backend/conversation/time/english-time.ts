const WEEKDAYS: Readonly<Record<string, string>> = {
  monday: '月曜',
  tuesday: '火曜',
  wednesday: '水曜',
  thursday: '木曜',
  friday: '金曜',
  saturday: '土曜',
  sunday: '日曜',
};
const NUMBERS = [
  'zero',
  ...['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'],
];
const NUMBER_WORD = new RegExp(`\\b(${NUMBERS.join('|')})\\b`, 'g');
const WEEKDAY = `(${Object.keys(WEEKDAYS).join('|')})`;

/** The first that fits a place counts. */
const PHRASES: readonly (readonly [RegExp, (match: readonly string[]) => string])[] = [
  [
    /\b(?:at |around |after |from |by )?(\d{1,2})(?::(\d{2})| (thirty))? ?(am|pm|a\.m|p\.m|o'?clock)\b/g,
    clock,
  ],
  [/\b(?:at|around|after) (\d{1,2})(?::(\d{2})| (thirty))?/g, clock],
  [/\bhalf past (\d{1,2})/g, ([, hour]) => `${hour}時半`],
  [/\b(?:in|after) (?:an|1) hour/g, () => '1時間後'],
  [/\b(?:in|after) (\d+) (minute|hour|day|week|month)s?/g, later],
  [/\bthe day after tomorrow\b/g, () => '明後日'],
  [/\btomorrow\b/g, () => '明日'],
  [/\b(?:today|this)\b/g, () => '今日'],
  [new RegExp(`\\bnext ${WEEKDAY}`, 'g'), ([, day = '']) => `来週の${WEEKDAYS[day] ?? ''}`],
  [new RegExp(`\\b${WEEKDAY}`, 'g'), ([, day = '']) => WEEKDAYS[day] ?? ''],
  [/\bnext week\b/g, () => '来週'],
  [/\bnext month\b/g, () => '来月'],
  [/\bmorning\b/g, () => '午前'],
  [/\bnoon\b/g, () => '正午'],
  [/\bafternoon\b/g, () => '午後'],
  [/\bevening\b/g, () => '夕方'],
];

/** The times in an English sentence as a Japanese would name them; Japanese stays as it is. */
export function inJapanese(text: string): string {
  if (/[ぁ-ヺ一-龠]/.test(text)) return text;
  const words = text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(NUMBER_WORD, (word) => String(NUMBERS.indexOf(word)));
  return PHRASES.reduce(
    (said, [phrase, time]) =>
      said.replaceAll(phrase, (found) => time(new RegExp(phrase.source).exec(found) ?? [])),
    words,
  );
}

function clock([, hour = '', minute, thirty, half]: readonly string[]): string {
  const minutes = thirty === undefined ? (minute ?? '00') : '30';
  const name = half?.startsWith('a') ? '午前' : half?.startsWith('p') && hour !== '12' ? '午後' : '';
  return `${name}${hour}時${minutes}分`;
}

const LATER: Readonly<Record<string, string>> = {
  minute: '分後',
  hour: '時間後',
  day: '日後',
  week: '週間後',
  month: 'か月後',
};

function later([, count = '', unit = '']: readonly string[]): string {
  return `${count}${LATER[unit] ?? ''}`;
}
