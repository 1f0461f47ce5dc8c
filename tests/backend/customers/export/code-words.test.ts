import { describe, expect, it } from 'vitest';
import * as inFiles from '../../../../backend/customers/export/code-words.ts';
import { reports as reportsInEnglish } from '../../../../src-renderer/words/en/reports.ts';
import { vocabulary as inEnglish } from '../../../../src-renderer/words/en/vocabulary.ts';
import { reports as reportsInJapanese } from '../../../../src-renderer/words/ja/reports.ts';
import { vocabulary as inJapanese } from '../../../../src-renderer/words/ja/vocabulary.ts';

/** Reasons are left out: the console says them in whole sentences, a cell in a word or two. */
const shared = [
  ['the state of a call', inFiles.callStatusWords, inJapanese.callStatus, inEnglish.callStatus],
  ['the direction of a call', inFiles.directionWords, inJapanese.direction, inEnglish.direction],
  ['a result', inFiles.resultWords, inJapanese.result, inEnglish.result],
  ['an intent', inFiles.intentWords, inJapanese.intent, inEnglish.intent],
  ['a next action', inFiles.nextActionWords, inJapanese.nextAction, inEnglish.nextAction],
  [
    'the status of a customer',
    inFiles.customerStatusWords,
    inJapanese.customerStatus,
    inEnglish.customerStatus,
  ],
  ['a stage', inFiles.stageWords, reportsInJapanese.stage, reportsInEnglish.stage],
  ['a reason of refusal', inFiles.refusalWords, reportsInJapanese.refusal, reportsInEnglish.refusal],
] as const;

describe('a file that is taken away', () => {
  it.each(shared)('calls %s what the console calls it', (_, words, ja, en) => {
    const onScreen = Object.keys(words).map((code) => [
      code,
      { ja: Reflect.get(ja, code), en: Reflect.get(en, code) },
    ]);

    expect(words).toEqual(Object.fromEntries(onScreen));
  });
});
