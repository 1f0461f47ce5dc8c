import { useTranslation } from 'react-i18next';
import type { Rate } from '../../../backend/contract/reports.ts';
import { useLanguage } from '../../platform/use-language.ts';

export interface ReportWords {
  readonly count: (number: number) => string;
  /** Of a share between 0 and 1; null: of nothing. */
  readonly percent: (share: number | null) => string;
  /** On an axis, with no more decimals than it needs. */
  readonly tick: (share: number) => string;
  /** Without decimals, for where there is little room. */
  readonly wholePercent: (share: number | null) => string;
  readonly seconds: (seconds: number | null) => string;
  /** `8.0%～15.2%`, where the true share lies. */
  readonly range: (rate: Rate) => string;
  /** `2026/11/20`, in English `20 Nov 2026`, of a day of the calendar. */
  readonly day: (day: string) => string;
  /** `11/20`, in English `20 Nov`. */
  readonly shortDay: (day: string) => string;
  /** `2026年11月`, in English `Nov 2026`. */
  readonly month: (day: string) => string;
}

/** How the numbers and days of a report are written. */
export function useReportWords(): ReportWords {
  const { t } = useTranslation('reports');
  const language = useLanguage();
  const locale = language === 'ja' ? 'ja-JP' : 'en-GB';
  const share = new Intl.NumberFormat(locale, {
    style: 'percent',
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  });
  const tick = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 });
  const wholeShare = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
  const date = (options: Intl.DateTimeFormatOptions) => (day: string) =>
    new Date(`${day}T00:00:00Z`).toLocaleDateString(locale, { ...options, timeZone: 'UTC' });
  const month = language === 'ja' ? 'numeric' : 'short';
  const percent: ReportWords['percent'] = (value) => (value === null ? t('none') : share.format(value));
  return {
    count: (number) => t('number', { number }),
    percent,
    tick: (value) => tick.format(value),
    wholePercent: (value) => (value === null ? t('none') : wholeShare.format(value)),
    seconds: (seconds) => (seconds === null ? t('none') : t('seconds', { number: seconds })),
    range: ({ of, low, high }) => (of === 0 ? t('none') : `${percent(low)}–${percent(high)}`),
    day: date({ year: 'numeric', month, day: 'numeric' }),
    shortDay: date({ month, day: 'numeric' }),
    month: date({ year: 'numeric', month }),
  };
}
