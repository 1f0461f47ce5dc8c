import { useTranslation } from 'react-i18next';
import { formatDuration } from '../../platform/times.ts';
import type { FigureColumn, FigureName } from './figure-columns.ts';

interface FigureWords {
  readonly heading: (name: FigureName) => string;
  readonly value: (column: FigureColumn, value: number | null) => string;
}

/** How figures are headed and written. */
export function useFigureWords(): FigureWords {
  const { t } = useTranslation(['figures', 'vocabulary']);
  return {
    heading: (name) => {
      switch (name) {
        case 'success':
        case 'absent':
        case 'rejected':
        case 'follow_up':
        case 'failed':
          return t(`vocabulary:result.${name}`);
        default:
          return t(`column.${name}`);
      }
    },
    value: ({ kind }, value) => {
      if (value === null) return t('none');
      if (kind === 'duration') return formatDuration(value);
      return kind === 'seconds'
        ? t('seconds', { number: Math.round(value * 10) / 10 })
        : t('number', { number: value });
    },
  };
}
