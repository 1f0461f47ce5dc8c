import { createReportCellsStore } from '../reports/report-cells-store.ts';
import { createReportCounting, type ReportCounting } from '../reports/report-counting.ts';
import { createReportService, type ReportService } from '../reports/report-service.ts';
import { createReportSourcesStore } from '../reports/report-sources-store.ts';
import type { ReportNames } from '../reports/report-tables.ts';
import type { BackendOptions } from './backend-parts.ts';
import type { Stores } from './stores.ts';

export interface Reporting {
  readonly reportCounting: ReportCounting;
  readonly reports: ReportService;
  readonly teamZone: () => string;
  readonly campaignName: ReportNames['campaign'];
}

export function createReporting(
  { config, database }: Pick<BackendOptions, 'config' | 'database'>,
  { agents, teamSettings }: Stores,
): Reporting {
  const teamZone = () => teamSettings.defaults().settings.hours?.timeZone ?? config.defaultTimeZone;
  const cells = createReportCellsStore(database);
  const sources = createReportSourcesStore(database);
  const reportCounting = createReportCounting({ database, cells, sources, zone: teamZone });
  const { campaignName } = sources;
  const names = { agent: agents.nameOf, campaign: campaignName };
  const reports = createReportService({ counting: reportCounting, cells, names, zone: teamZone });
  return { reportCounting, reports, teamZone, campaignName };
}
