import { Download, ImageDown } from 'lucide-react';
import type { ReactElement, RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReportQuery, ReportTable } from '../../../backend/contract/reports.ts';
import { failureCode } from '../../platform/api-failure.ts';
import { usePlatform } from '../../platform/platform-context.ts';
import { saveFile } from '../../platform/save-file.ts';
import { showToast } from '../../platform/toasts.ts';
import { useConnectionLost } from '../../platform/use-connection-lost.ts';
import { useLanguage } from '../../platform/use-language.ts';
import { useSingleMutation } from '../../platform/use-single-mutation.ts';
import { Button } from '../../ui/button.tsx';
import { pictureOf } from './charts/picture-of.ts';

interface SaveButtonsProps {
  readonly name: string;
  readonly query: ReportQuery;
  readonly csv: ReportTable;
  /** Null while it is not there. */
  readonly chart: RefObject<SVGSVGElement | null> | null;
}

/** A part of a report as files: its numbers, and its picture. */
export function SaveButtons({ name, query, csv, chart }: SaveButtonsProps): ReactElement {
  const { t } = useTranslation(['reports', 'failures', 'shell']);
  const { api, toasts } = usePlatform();
  const language = useLanguage();
  const lost = useConnectionLost();
  const fileNamed = (format: string): string =>
    t('file', { name: name.replaceAll(/[\s/]+/g, '_'), from: query.from, to: query.to, format });
  const saveCsv = useSingleMutation({
    mutationKey: ['save-report-table', csv, name],
    mutationFn: () => api.reportTable({ query, table: csv, language }),
    onSuccess: (file: Blob) => saveFile(file, fileNamed('csv')),
    onError: (error) => {
      const why = t(`failures:${failureCode(error)}`);
      showToast(toasts, 'failed', t('shell:sentences', { first: t('csvFailed'), second: why }));
    },
  });
  const savePng = useSingleMutation({
    mutationKey: ['save-report-picture', csv, name],
    mutationFn: async (element: SVGSVGElement) =>
      pictureOf(element, { title: name, subtitle: t('days', { from: query.from, to: query.to }) }),
    onSuccess: (file) => saveFile(file, fileNamed('png')),
    onError: () => showToast(toasts, 'failed', t('pngFailed')),
  });
  return (
    <>
      <Button
        size="small"
        tone="quiet"
        aria-label={t('saveCsv', { name })}
        busy={saveCsv.isPending}
        disabled={lost}
        onClick={() => saveCsv.mutate()}
      >
        {!saveCsv.isPending && <Download aria-hidden className="size-3.5" />}
        {t('csv')}
      </Button>
      {chart !== null && (
        <Button
          size="small"
          tone="quiet"
          aria-label={t('savePng', { name })}
          busy={savePng.isPending}
          onClick={() => chart.current !== null && savePng.mutate(chart.current)}
        >
          {!savePng.isPending && <ImageDown aria-hidden className="size-3.5" />}
          {t('png')}
        </Button>
      )}
    </>
  );
}
