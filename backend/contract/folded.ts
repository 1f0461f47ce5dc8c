/** A text as who searches means it: full and half width, upper and lower case, katakana and hiragana are the same. */
export function folded(text: string): string {
  return text.normalize('NFKC').toLowerCase().replaceAll(katakana, toHiragana);
}

const katakana = /[\u30a1-\u30f6]/g;

function toHiragana(letter: string): string {
  return String.fromCharCode(letter.charCodeAt(0) - 0x60);
}
