import type { Intent } from '../contract/vocabulary.ts';

/** Who spoke or was spoken of, as far as it was said. Without a title. */
export interface CaughtNames {
  readonly person: string | null;
  readonly receptionist: string | null;
}

/** Two or three kanji, or a katakana name: longer ones are rather companies. */
const NAME = '([一-龠々]{2,3}|[ァ-ヴー]{2,6})';
const SAYS_SO = '(?:です(?![ねか])|でございます|と申し)';
const TITLE = '(?:部長|課長|社長|係長|主任|店長|院長|園長|所長|室長|責任者|担当(?:者)?)';

const PERSON = [
  new RegExp(`${TITLE}の${NAME}(?:に|が|を|は|と|で|へ)`),
  new RegExp(`(?:代わり|お待たせ(?:いた)?し)ました(?:はい)?(?:.{1,8}の)?${NAME}${SAYS_SO}`),
  new RegExp(`${TITLE}の${NAME}${SAYS_SO}`),
  new RegExp(`担当(?:者)?は${NAME}(?:です|になり|でございま|と申し|という)`),
  new RegExp(`${NAME}という(?:者|もの)が担当`),
];
const RECEPTIONIST = [new RegExp(`受付の${NAME}`), new RegExp(`${NAME}が(?:うけたまわ|承)`)];
/** Of oneself: whose name it is depends on who speaks. */
const OWN_NAME = [new RegExp(`(?:の|^はい|^もしもし|^あ?どうも)${NAME}${SAYS_SO}`)];

const NOT_A_NAME =
  /担当|受付|[部課係社店院園所室]長|主任|責任者|本人|営業|総務|人事|経理|電話|当社|弊社|商事|工業|産業|建設|製作|[方会社部課店科院局屋場所室口係]$/;

/** Catches the names in a customer's turn. A wrong name is worse than none: only clear phrases count. */
export function namesIn(text: string, intent: Intent): CaughtNames {
  const words = text
    .normalize('NFKC')
    .replaceAll(/[\s、。]/g, '')
    .replaceAll(/[変替換]わ/g, '代わ');
  const isPerson = intent === 'person_on_line';
  const isReceptionist = intent === 'acknowledgement';
  return {
    person: firstName(words, [...PERSON, ...(isPerson ? OWN_NAME : [])]),
    receptionist: firstName(words, [...RECEPTIONIST, ...(isReceptionist ? OWN_NAME : [])]),
  };
}

function firstName(words: string, phrases: readonly RegExp[]): string | null {
  const names = phrases.map((phrase) => phrase.exec(words)?.[1]);
  return names.find((name) => name !== undefined && !NOT_A_NAME.test(name)) ?? null;
}
