import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { usePlatform } from '../platform/platform-context.ts';
import { unsavedWork } from '../platform/unsaved-work.ts';
import { Dialog } from '../ui/dialog.tsx';
import { InPlaceQuestion } from '../ui/in-place-question.tsx';

interface SignOutQuestionProps {
  readonly inCall: boolean;
  readonly onYes: () => void;
  readonly onNo: () => void;
}

/** Asked in mid-call, where the agent's line goes and leaves the customer on hold, and before what is not saved is forgotten. */
export function SignOutQuestion({ inCall, onYes, onNo }: SignOutQuestionProps): ReactElement {
  const { t } = useTranslation('shell');
  const { drafts } = usePlatform();
  const unsaved = unsavedWork(drafts.keys()).map((kind) => t(`signOutUnsaved.${kind}`));
  const questions = [
    ...(inCall ? [t('signOutInCall.ask')] : []),
    ...(unsaved.length > 0 ? [t('signOutUnsaved.ask', { what: unsaved.join(t('signOutUnsaved.and')) })] : []),
  ];
  return (
    <Dialog title={t('account.signOut')} closeLabel={t('close')} onClose={onNo}>
      <InPlaceQuestion
        question={questions.join(' ')}
        yes={t('signOutInCall.yes')}
        no={inCall ? t('signOutInCall.no') : t('signOutUnsaved.no')}
        tone="destructive"
        onYes={onYes}
        onNo={onNo}
      />
    </Dialog>
  );
}
