const JAPANESE_CHARACTER_MS = 1_000 / 7;
const OTHER_CHARACTER_MS = 1_000 / 15;
const SHORTEST_MS = 300;

/** How long a voice takes to say this, at the pace of a polite telephone call. */
export function speechDurationMs(text: string): number {
  const characters = [...text.replace(/\s/g, '')];
  const japanese = characters.filter((character) => character.charCodeAt(0) > 0x2e7f).length;
  const other = characters.length - japanese;
  return Math.max(SHORTEST_MS, Math.round(japanese * JAPANESE_CHARACTER_MS + other * OTHER_CHARACTER_MS));
}
