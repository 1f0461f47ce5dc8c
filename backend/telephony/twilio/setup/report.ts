import { type Finding, isRight, type Words } from './finding.ts';

type Language = keyof Words;

const marks = { right: '✓', changed: '+', 'to-change': '~', wrong: '✗', advice: '!' } as const;

/** One finding as a person reads it: what there is, and below it how to mend it. */
export function findingLines(finding: Finding, language: Language): string {
  const line = `${marks[finding.type]} ${finding.about[language]}`;
  return 'remedy' in finding ? `${line}\n    ${finding.remedy[language]}` : line;
}

/** What came of it all. */
export function conclusion(findings: readonly Finding[], language: Language): string {
  const count = (type: Finding['type']) => findings.filter((finding) => finding.type === type).length;
  const changed = count('changed');
  const words: Words = isRight(findings)
    ? {
        en: `Everything is right. ${changed === 0 ? 'Nothing was changed.' : `${changed} changed.`}`,
        ja: `問題はありません。${changed === 0 ? '何も変更していません。' : `${changed} 件を変更しました。`}`,
      }
    : {
        en: `Not right: ${count('wrong')}. To be changed: ${count('to-change')}. Changed: ${changed}.`,
        ja: `問題 ${count('wrong')} 件、変更待ち ${count('to-change')} 件、変更済み ${changed} 件です。`,
      };
  return words[language];
}

/** What no request can find out. */
export const onlyACallShows: Words = {
  en: `Only a real call shows (docs/manual-voice-test.md):
  - whether <Gather> hears the conference: that the AI understands who answers (npm run twilio:doctor -- --probe asks it of
    a short call to your own number)
  - how voices sound, names are read, and how long the pauses are
  - how many calls per second and at once the account may make`,
  ja: `実際の通話でしか分からないこと(docs/manual-voice-test.md):
  - <Gather> に会議の音声が届くか(AI が相手の言葉を聞き取れるか)。npm run twilio:doctor -- --probe で、
    自分の番号への短い通話で確かめられます
  - 声の聞こえ方、名前の読み、間の長さ
  - 一秒あたりの発信数と同時通話数の上限`,
};
