/**
 * Whether part of a number is searched for, in whichever notation it is shown or dialled. `e164`: the number. The first screen searches so,
 * which is why this does without the numbering plans of the world: at home a number begins with 0 in place of its country, or with itself.
 */
export function isPartOfNumber(written: string, e164: string): boolean {
  const search = written.normalize('NFKC').trim();
  if (!/^[+\d][\d\s()-]*$/.test(search)) return false;
  const digits = digitsOf(search);
  const number = digitsOf(e164);
  if (number.startsWith(japan)) return [number, `0${number.slice(japan.length)}`].some(has(digits));
  return [digits, digits.replace(/^0(?=\d)/, '')].some((part) => number.includes(part));
}

const japan = '81';

function has(digits: string): (notation: string) => boolean {
  return (notation) => notation.includes(digits);
}

function digitsOf(text: string): string {
  return text.replaceAll(/\D/g, '');
}
