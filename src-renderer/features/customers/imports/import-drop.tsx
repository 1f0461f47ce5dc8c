import type { UseMutationResult } from '@tanstack/react-query';
import { FileUp } from 'lucide-react';
import { type DragEvent, type ReactElement, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { CustomerImport } from '../../../../backend/contract/customer-imports.ts';
import { usePlatform } from '../../../platform/platform-context.ts';
import { useConnectionLost } from '../../../platform/use-connection-lost.ts';
import { useSingleMutation } from '../../../platform/use-single-mutation.ts';
import { Button } from '../../../ui/button.tsx';
import { FailureNotice } from '../../../ui/failure-notice.tsx';

/** Takes a file, dropped or chosen, and goes on to its columns. */
export function ImportDrop(): ReactElement {
  const { t } = useTranslation('customerImports');
  const lost = useConnectionLost();
  const [over, setOver] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const upload = useUpload();
  const take = (files: FileList | null): void => {
    const file = files?.[0];
    if (file !== undefined && !lost) upload.mutate(file);
  };
  const drag = (event: DragEvent, isOver: boolean): void => {
    event.preventDefault();
    setOver(isOver);
  };
  return (
    <>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: who has no pointer to drop a file with, has the button */}
      <div
        data-over={over || undefined}
        onDragOver={(event) => drag(event, true)}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          drag(event, false);
          take(event.dataTransfer.files);
        }}
        className="flex flex-col items-center gap-2 rounded-md border border-line border-dashed px-6 py-8 text-center data-over:border-accent data-over:bg-surface-selected"
      >
        <FileUp aria-hidden className="size-6 text-text-quiet" />
        <p className="font-medium">
          {upload.isPending ? t('uploading', { name: upload.variables.name }) : t('drop')}
        </p>
        <p className="max-w-120 text-pretty text-sm text-text-quiet">{t('dropHint')}</p>
        <input
          ref={input}
          type="file"
          accept=".csv,.tsv,.txt,text/csv,text/tab-separated-values"
          aria-label={t('choose')}
          tabIndex={-1}
          className="sr-only"
          onChange={(event) => {
            take(event.currentTarget.files);
            // So that the same file, mended, can be chosen again.
            event.currentTarget.value = '';
          }}
        />
        <Button tone="primary" busy={upload.isPending} disabled={lost} onClick={() => input.current?.click()}>
          {t('choose')}
        </Button>
      </div>
      {upload.isError && <FailureNotice error={upload.error} />}
    </>
  );
}

function useUpload(): UseMutationResult<CustomerImport, Error, File> {
  const { api } = usePlatform();
  const [, navigate] = useLocation();
  return useSingleMutation({
    mutationKey: ['upload-import'],
    mutationFn: api.uploadImport,
    onSuccess: ({ id }) => navigate(`/customers/imports/${id}`),
  });
}
