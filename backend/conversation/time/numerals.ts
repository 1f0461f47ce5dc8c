const DIGITS = '〇一二三四五六七八九';
const A_FEW_DAYS = /[二2][、,・~〜]?三日|2[、,・~〜]3日/g;
/** 「3じごろ」, but not 「二重」 or 「同じ」. */
const KANA_HOUR = /(?<=[\d一二三四五六七八九十])じ(?=ごろ|頃|以降|過ぎ|すぎ|半|に|で|から|まで|$)/g;
const NUMERAL = /[〇一二三四五六七八九十]+(?=時|分|日|月|週|か月|ヶ月|営業日)/g;

/** 「十五時三十分」 → 「15時30分」. Only where a unit of time follows, so that 「一度」 and 「三井」 stay words. */
export function withDigits(text: string): string {
  return text
    .normalize('NFKC')
    .replaceAll(/ごぜん/g, '午前')
    .replaceAll(/ごご(?=[\d一二三四五])/g, '午後')
    .replaceAll(KANA_HOUR, '時')
    .replaceAll(A_FEW_DAYS, '3日後')
    .replaceAll(/[\s、。,.]/g, '')
    .replaceAll(NUMERAL, (numeral) => String(numberOf(numeral)));
}

function numberOf(numeral: string): number {
  const [tens = '', units = ''] = numeral.split('十');
  if (!numeral.includes('十')) return digitsOf(numeral);
  return (tens === '' ? 1 : digitsOf(tens)) * 10 + digitsOf(units);
}

function digitsOf(numeral: string): number {
  return [...numeral].reduce((value, digit) => value * 10 + DIGITS.indexOf(digit), 0);
}
