import { type Finding, right, wrong } from './finding.ts';
import { rootOf } from './twiml-problem.ts';

/** Speech models of Twilio; with one of them `speechTimeout` must be a number (error 13335). (twilio.com/docs/voice/twiml/gather) */
const speechModels: ReadonlySet<string> = new Set([
  'default',
  'numbers_and_commands',
  'phone_call',
  'experimental_conversations',
  'experimental_utterances',
  'googlev2_long',
  'googlev2_short',
  'googlev2_telephony',
  'googlev2_telephony_short',
  'deepgram_nova-2',
  'deepgram_nova-3',
]);

const rules: readonly (readonly [name: string, isValid: (value: string) => boolean])[] = [
  ['input', (value) => value.split(' ').every((input) => input === 'dtmf' || input === 'speech')],
  ['language', (value) => /^[a-z]{2,3}-[A-Z]{2}$/.test(value)],
  ['speechModel', (value) => speechModels.has(value)],
  ['speechTimeout', (value) => isWhole(value, 1)],
  ['timeout', (value) => isWhole(value, 1)],
  ['hints', (value) => value.split(',').length <= 500],
  ['actionOnEmptyResult', (value) => value === 'true'],
  ['profanityFilter', (value) => value === 'false'],
  ['action', (value) => URL.canParse(value)],
  ['partialResultCallback', (value) => URL.canParse(value)],
];

/** Whether Twilio takes every `<Gather>` as these documents have it; it refuses a wrong one only during a call (13327, 13331, 13335). */
export function checkGather(documents: readonly string[]): Finding {
  const problems = documents.flatMap(problemsOf);
  if (problems.length === 0) {
    return right({
      en: "Every setting of <Gather> has a value that Twilio's documentation allows.",
      ja: '<Gather> の設定は、すべて Twilio の資料にある値です。',
    });
  }
  const list = [...new Set(problems)].join(', ');
  return wrong(
    {
      en: `<Gather> has settings that Twilio does not take: ${list}.`,
      ja: `<Gather> に Twilio が受け付けない設定があります: ${list}。`,
    },
    {
      en: 'The AI would hear nothing. Take SPEECH_ and SILENCE_SECONDS settings out of .env, and report this.',
      ja: 'AI に何も聞こえなくなります。.env の SPEECH_ と SILENCE_SECONDS の設定を外し、開発元にお知らせください。',
    },
  );
}

function problemsOf(document: string): readonly string[] {
  const gathers = [...(rootOf(document)?.getElementsByTagName('Gather') ?? [])];
  if (gathers.length === 0) return ['no <Gather>'];
  return gathers.flatMap((gather) =>
    rules.flatMap(([name, isValid]) => {
      const value = gather.getAttribute(name);
      return value === null || isValid(value) ? [] : [`${name}="${value}"`];
    }),
  );
}

function isWhole(value: string, least: number): boolean {
  return /^\d+$/.test(value) && Number(value) >= least;
}
