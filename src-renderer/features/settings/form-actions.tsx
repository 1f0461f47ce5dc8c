import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { Notice } from '../../ui/notice.tsx';
import type { SaveProfile } from './use-save-profile.ts';

interface FormActionsProps {
  readonly changed: boolean;
  readonly save: Pick<SaveProfile<never>, 'error' | 'isPending' | 'isSuccess' | 'undo'>;
  readonly onDiscard: () => void;
}

/** Save and undo: of what is written as long as it is not saved, and of what was saved afterwards, instead of a question before. */
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
      {!changed && save.isSuccess && (
        <Notice tone="done" action={save.undo && <UndoButton onClick={save.undo} />}>
          {t('saved')}
        </Notice>
      )}
      {save.error !== null && <FailureNotice error={save.error} />}
    </div>
  );
}

function UndoButton({ onClick }: { readonly onClick: () => void }): ReactElement {
  const { t } = useTranslation('settings');
  return (
    <Button size="small" onClick={onClick}>
      {t('undo')}
    </Button>
  );
}
