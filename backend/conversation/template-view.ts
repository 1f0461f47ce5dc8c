import type {
  Template,
  TemplateAudio,
  TemplatePreview,
  TemplateProblem,
  TemplateSource,
} from '../contract/templates.ts';
import { DEFAULT_TEMPLATES } from './default-templates.ts';
import { lineOf, type Wording } from './lines.ts';
import { secondsToSay } from './reading-time.ts';
import { type OccasionalValues, type TemplateKey, templateProblems, variablesOf } from './templates.ts';
import type { SpokenLanguage } from './turn-result.ts';

/** Whose names a text is shown with. */
export interface Names extends Omit<Wording, 'templates' | 'callee'> {
  readonly callee: {
    readonly department: string | null;
    /** Null: a sample's. */
    readonly person: string | null;
  };
}

/** What the law wants said first must not tire anybody out, and neither may a pitch. */
const MOST_SECONDS: Readonly<Partial<Record<TemplateKey, number>>> = {
  initial: 12,
  initial_consent: 12,
  pitch_short: 10,
  pitch_long: 30,
};
const MOST_SECONDS_OF_OTHERS = 20;

const SAMPLE_NUMBER = '03-1234-5678';
const SAMPLES: Readonly<Record<SpokenLanguage, OccasionalValues>> = {
  'ja-JP': {
    next_time: '11月24日、火曜日の午前10時ごろ',
    my_phone_number: SAMPLE_NUMBER,
    callee_person: '田中',
  },
  'en-US': {
    next_time: 'on Tuesday, November 24 at 10 AM',
    my_phone_number: SAMPLE_NUMBER,
    callee_person: 'Ms. Tanaka',
  },
};
const BORN_ENGLISH: ReadonlySet<TemplateKey> = new Set(['english', 'english_again']);

/** The text in force of one reply, and the one that it stands in place of. */
interface ShownReply extends Pick<Template, 'text' | 'defaultText' | 'defaultSource'> {
  readonly source: TemplateSource;
  /** Null where it is spoken. */
  readonly audio: TemplateAudio | null;
}

/** One reply as an editor shows it. */
export function viewTemplate(key: TemplateKey, shown: ShownReply, names: Names): Template {
  return {
    ...previewTemplate(key, shown.text, names),
    ...shown,
    key,
    language: languageOf(key),
    variables: [...variablesOf(key)],
    mostSeconds: mostSeconds(key),
  };
}

/** How a text sounds, how long it takes, and why it must not be saved. */
export function previewTemplate(key: TemplateKey, text: string, names: Names): TemplatePreview {
  const language = languageOf(key);
  const templates = { ...DEFAULT_TEMPLATES, [key]: text };
  const spoken = lineOf({ ...names, templates }, language, key, occasionOf(names, language));
  const seconds = secondsToSay(spoken, language, names.pronunciations);
  return { spoken, seconds, problems: [...templateProblems(key, text), ...tooLong(key, seconds)] };
}

function occasionOf({ callee: { person } }: Names, language: SpokenLanguage): OccasionalValues {
  return { ...SAMPLES[language], ...(person === null ? {} : { callee_person: person }) };
}

function tooLong(key: TemplateKey, seconds: number): readonly TemplateProblem[] {
  const most = mostSeconds(key);
  return seconds > most ? [{ type: 'too-long', seconds, most }] : [];
}

/** How long a reply may take, in seconds, however it is given. */
export function mostSeconds(key: TemplateKey): number {
  return MOST_SECONDS[key] ?? MOST_SECONDS_OF_OTHERS;
}

function languageOf(key: TemplateKey): SpokenLanguage {
  return BORN_ENGLISH.has(key) ? 'en-US' : 'ja-JP';
}
