import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { CustomerImport, ImportSettings } from '../../../../backend/contract/customer-imports.ts';
import { failureCode } from '../../../platform/api-failure.ts';
import { usePlatform } from '../../../platform/platform-context.ts';
import { queryKeys } from '../../../platform/query-keys.ts';
import { saveFile } from '../../../platform/save-file.ts';
import { showToast } from '../../../platform/toasts.ts';
import { useSingleMutation } from '../../../platform/use-single-mutation.ts';

interface ImportSteps {
  readonly check: (settings: ImportSettings) => void;
  readonly step: (step: 'start' | 'cancel' | 'undo') => void;
  readonly saveReport: () => void;
  readonly isPending: boolean;
}

/** What can be done with an import. */
export function useImportSteps({ id, fileName }: CustomerImport): ImportSteps {
  const { t } = useTranslation(['customerImports', 'failures']);
  const { api, toasts } = usePlatform();
  const cache = useQueryClient();
  const key = queryKeys.customerImport(id);
  const outcomes = {
    onSuccess: (changed: CustomerImport) => cache.setQueryData(key, changed),
    onError: (error: Error) => {
      showToast(toasts, 'failed', t(`failures:${failureCode(error)}`));
      void cache.invalidateQueries({ queryKey: key });
    },
  };
  const check = useSingleMutation({
    mutationKey: ['check-import', id],
    mutationFn: (settings: ImportSettings) => api.checkImport(id, settings),
    ...outcomes,
  });
  const step = useSingleMutation({
    mutationKey: ['step-import', id],
    mutationFn: (wanted: 'start' | 'cancel' | 'undo') => api.stepImport(id, wanted),
    ...outcomes,
  });
  const report = useSingleMutation({
    mutationKey: ['import-report', id],
    mutationFn: (_: null) => api.importReport(id),
    onSuccess: (file) => saveFile(file, `${fileName.replace(/\.[^.]*$/, '')}-${t('reportName')}.csv`),
    onError: outcomes.onError,
  });
  return {
    check: check.mutate,
    step: step.mutate,
    saveReport: () => report.mutate(null),
    isPending: check.isPending || step.isPending || report.isPending,
  };
}
