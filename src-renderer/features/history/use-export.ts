import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HistoryExportQuery } from '../../../backend/contract/calls.ts';
import { failureCode } from '../../platform/api-failure.ts';
import type { WantedHistory } from '../../platform/history-api.ts';
import { usePlatform } from '../../platform/platform-context.ts';
import { saveFile } from '../../platform/save-file.ts';
import { showToast } from '../../platform/toasts.ts';
import { useLanguage } from '../../platform/use-language.ts';
import { useSingleMutation } from '../../platform/use-single-mutation.ts';

interface HistoryExport {
  /** In bytes, of the file that is being fetched; null while none is. */
  readonly received: number | null;
  readonly begin: (format: HistoryExportQuery['format']) => void;
}

/** Saves all calls of a history as a file. */
export function useHistoryExport(filter: WantedHistory): HistoryExport {
  const { t } = useTranslation(['history', 'failures', 'shell']);
  const { api, toasts } = usePlatform();
  const language = useLanguage();
  const [received, setReceived] = useState(0);
  const exported = useSingleMutation({
    mutationKey: ['export-history'],
    mutationFn: (format: HistoryExportQuery['format']) => {
      setReceived(0);
      return api.exportHistory({ ...filter, format, language }, setReceived);
    },
    onSuccess: (file, format) => {
      saveFile(file, `${t('export.fileName')}.${format}`);
      showToast(toasts, 'done', t('export.done'));
    },
    onError: (error) => {
      const why = t(`failures:${failureCode(error)}`);
      showToast(toasts, 'failed', t('shell:sentences', { first: t('export.failed'), second: why }));
    },
  });
  return { received: exported.isPending ? received : null, begin: exported.mutate };
}
