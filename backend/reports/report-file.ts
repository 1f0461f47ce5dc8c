import type { ExportLanguage } from '../contract/customer-exports.ts';
import type { Funnel, Rate, Report, ReportFigures, ReportTable } from '../contract/reports.ts';
import { byteOrderMark, csvLine } from '../customers/csv-text.ts';
import {
  intentWords,
  reasonWords,
  refusalWords,
  resultWords,
  stageWords,
  wordFor,
} from '../customers/export/code-words.ts';
import { columnNames } from './report-column-names.ts';

/** A table of a report as a list that a spreadsheet opens. Shares are between 0 and 1, times in seconds. */
export function reportFile(report: Report, table: ReportTable, language: ExportLanguage): string {
  const rows = rowsOf[table](report, language);
  const columns = Object.keys(rows[0] ?? {});
  const lines = rows.map((row) => columns.map((column) => written(row[column])));
  return (
    byteOrderMark +
    [columns.map((column) => columnNames[column]?.[language] ?? column), ...lines].map(csvLine).join('')
  );
}

type Cell = string | number | null | undefined;
type Row = Readonly<Record<string, Cell>>;

const rowsOf: Readonly<Record<ReportTable, (report: Report, language: ExportLanguage) => readonly Row[]>> = {
  figures: ({ period, previous, figures, previousFigures }) => [
    { ...period, ...figureCells(figures) },
    { ...previous, ...figureCells(previousFigures) },
  ],
  days: ({ days }) => days.map(({ day, funnel }) => ({ day, ...funnelCells(funnel) })),
  hours: ({ hours }) =>
    hours.map(({ weekday, hour, funnel, answerRate, successRate }) => ({
      weekday,
      hour,
      ...funnelCells(funnel),
      ...rateCells('answer-rate', answerRate),
      ...rateCells('success-rate', successRate),
    })),
  agents: ({ agents }) =>
    agents.map(({ agent, figures }) => ({ agent: agent?.name, ...figureCells(figures) })),
  campaigns: ({ campaigns }) =>
    campaigns.map(({ campaign, figures }) => ({ campaign: campaign?.name, ...figureCells(figures) })),
  templates: ({ templates }) =>
    templates.map(({ agent, version, teamVersion, figures }) => ({
      agent: agent.name,
      version,
      'team-version': teamVersion,
      ...figureCells(figures),
    })),
  intents: ({ intents }, language) =>
    intents.map(({ stage, intent, turns }) => ({
      stage: wordFor(stageWords, stage, language),
      intent: wordFor(intentWords, intent, language),
      turns,
    })),
  refusals: ({ refusals }, language) =>
    refusals.map(({ why, calls }) => ({ why: wordFor(refusalWords, why, language), calls })),
  endings: ({ endings }, language) =>
    endings.map(({ stage, calls }) => ({ stage: wordFor(stageWords, stage, language), calls })),
  reasons: ({ reasons }, language) =>
    reasons.map(({ result, reason, calls }) => ({
      result: wordFor(resultWords, result, language),
      reason: wordFor(reasonWords, reason, language),
      calls,
    })),
};

function funnelCells({ dialled, answered, pastReception, handedOver, succeeded }: Funnel): Row {
  return { dialled, answered, 'past-reception': pastReception, 'handed-over': handedOver, succeeded };
}

function figureCells(figures: ReportFigures): Row {
  return {
    ...funnelCells(figures.funnel),
    ...figures.results,
    ...rateCells('answer-rate', figures.answerRate),
    ...rateCells('reception-rate', figures.receptionRate),
    ...rateCells('success-rate', figures.successRate),
    ...rateCells('handoff-rate', figures.handoffRate),
    ...rateCells('prompt-rate', figures.promptRate),
    wait: figures.meanWaitSeconds,
    duration: figures.meanDurationSeconds,
  };
}

function rateCells(name: string, { share, low, high }: Rate): Row {
  return { [name]: share, [`${name}-low`]: low, [`${name}-high`]: high };
}

function written(cell: Cell): string {
  if (typeof cell === 'number') return String(Math.round(cell * 10_000) / 10_000);
  return cell ?? '';
}
