import type { ExportLanguage } from '../contract/customer-exports.ts';
import type { FigureId } from '../contract/reports.ts';
import { resultWords } from '../customers/export/code-words.ts';

type Name = Readonly<Record<ExportLanguage, string>>;

const figures: Readonly<Record<FigureId, Name>> = {
  dialled: { ja: '発信', en: 'Dialled' },
  answered: { ja: '応答', en: 'Answered' },
  'past-reception': { ja: '受付突破', en: 'Past reception' },
  'handed-over': { ja: '取り次ぎ', en: 'Handed over' },
  succeeded: { ja: '取り次ぎ後の成功', en: 'Succeeded after handoff' },
  'answer-rate': { ja: '応答率', en: 'Answer rate' },
  'reception-rate': { ja: '受付突破率', en: 'Reception rate' },
  'success-rate': { ja: '成功率', en: 'Success rate' },
  'handoff-rate': { ja: '取り次ぎ率', en: 'Handoff rate' },
  wait: { ja: '平均待ち時間（秒）', en: 'Mean wait (s)' },
  'prompt-rate': { ja: '20秒以内の割合', en: 'Within 20 s' },
  duration: { ja: '平均通話時間（秒）', en: 'Mean duration (s)' },
  intent: { ja: '相手の反応', en: 'Intent' },
  refusal: { ja: '拒否の理由', en: 'Reason of refusal' },
  ending: { ja: '終わった段階', en: 'Last stage' },
  reason: { ja: '理由', en: 'Reason' },
  agent: { ja: '担当者', en: 'Agent' },
  template: { ja: 'テンプレート', en: 'Template' },
};

/** What the columns of a table are called in a file. */
export const columnNames: Readonly<Record<string, Name>> = {
  from: { ja: '開始日', en: 'From' },
  to: { ja: '終了日', en: 'To' },
  day: { ja: '日付', en: 'Day' },
  weekday: { ja: '曜日（1=月）', en: 'Weekday (1 = Monday)' },
  hour: { ja: '時', en: 'Hour' },
  campaign: { ja: 'キャンペーン', en: 'Campaign' },
  version: { ja: '版', en: 'Version' },
  'team-version': { ja: 'チームの版', en: 'Team version' },
  stage: { ja: '段階', en: 'Stage' },
  turns: { ja: '発言数', en: 'Turns' },
  calls: { ja: '通話数', en: 'Calls' },
  why: figures.refusal,
  result: { ja: '結果', en: 'Result' },
  ...resultWords,
  ...figures,
  ...withBounds(),
};

/** Where the true share lies, with 95 % certainty. */
function withBounds(): Record<string, Name> {
  return Object.fromEntries(
    Object.entries(figures).flatMap(([id, { ja, en }]) => [
      [`${id}-low`, { ja: `${ja}（下限）`, en: `${en} (low)` }],
      [`${id}-high`, { ja: `${ja}（上限）`, en: `${en} (high)` }],
    ]),
  );
}
