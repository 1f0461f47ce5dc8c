/** Of letters that are drawn at 12 px; generous, because what is cut off is gone, and what is too wide lies over its neighbour. */
const widths = { wide: 12.5, narrow: 7.2 };

const eastAsian =
  /[\u1100-\u11ff\u2e80-\ua4cf\uac00-\ud7af\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/;

/** The text, cut off with an ellipsis where there is no room for it: SVG does not do that by itself. */
export function fitLabel(text: string, width: number): string {
  const letters = Array.from(text);
  if (widthOf(letters) <= width) return text;
  let kept = letters.length;
  while (kept > 1 && widthOf([...letters.slice(0, kept), '…']) > width) kept -= 1;
  return `${letters.slice(0, kept).join('')}…`;
}

function widthOf(letters: readonly string[]): number {
  return letters.reduce((sum, letter) => sum + (eastAsian.test(letter) ? widths.wide : widths.narrow), 0);
}
