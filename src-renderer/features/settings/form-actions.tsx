import type { UseMutationResult } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { Notice } from '../../ui/notice.tsx';

interface FormActionsProps {
  readonly changed: boolean;
  readonly save: Pick<UseMutationResult, 'isPending' | 'isSuccess' | 'error'>;
  readonly onDiscard: () => void;
}

/** Save and undo, which appear with the first change, and beside them what came of it. */
export function FormActions({ changed, save, onDiscard }: FormActionsProps): ReactElement {
  const { t } = useTranslation('settings');
  return (
    <div className="flex flex-wrap items-center gap-2">
      <Button type="submit" tone="primary" disabled={!changed} busy={save.isPending}>
        {save.isPending ? t('saving') : t('save')}
      </Button>
      {changed && !save.isPending && (
        <Button tone="quiet" onClick={onDiscard}>
          {t('discard')}
        </Button>
      )}
      {!changed && save.isSuccess && <Notice tone="done">{t('saved')}</Notice>}
      {save.error !== null && <FailureNotice error={save.error} />}
    </div>
  );
}
