/** Who spoke or was spoken of, as far as it was said. Without a title. */
export interface CaughtNames {
  readonly person: string | null;
  readonly receptionist: string | null;
}

/** Two or three kanji, or a katakana name: longer ones are rather companies. */
const NAME = '([一-龠々]{2,3}|[ァ-ヴー]{2,6})';

const PERSON = [
  new RegExp(`担当の${NAME}(?:に|が|を|は|と|で)`),
  new RegExp(`代わりました(?:はい)?(?:.{1,8}の)?${NAME}(?:です|でございます|と申し)`),
  new RegExp(`担当(?:者)?の${NAME}(?:です|でございます|と申し)`),
];
const RECEPTIONIST = [new RegExp(`受付の${NAME}`), new RegExp(`${NAME}が(?:うけたまわ|承)`)];
const NOT_A_NAME = /担当|受付|部長|課長|社長|本人|営業|総務|人事|会社|電話|当社|弊社|方/;

/** Catches the names in a customer's turn. A wrong name is worse than none: only clear phrases count. */
export function namesIn(text: string): CaughtNames {
  const words = text
    .normalize('NFKC')
    .replaceAll(/[\s、。]/g, '')
    .replaceAll(/[変替換]わ/g, '代わ');
  return { person: firstName(words, PERSON), receptionist: firstName(words, RECEPTIONIST) };
}

function firstName(words: string, phrases: readonly RegExp[]): string | null {
  const names = phrases.map((phrase) => phrase.exec(words)?.[1]);
  return names.find((name) => name !== undefined && !NOT_A_NAME.test(name)) ?? null;
}
