import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../ui/dialog.tsx';
import { InPlaceQuestion } from '../ui/in-place-question.tsx';

interface SignOutQuestionProps {
  readonly onYes: () => void;
  readonly onNo: () => void;
}

/** Asked in mid-call: with the session the agent's line goes, and the customer is left on hold. */
export function SignOutQuestion({ onYes, onNo }: SignOutQuestionProps): ReactElement {
  const { t } = useTranslation('shell');
  return (
    <Dialog title={t('account.signOut')} closeLabel={t('close')} onClose={onNo}>
      <InPlaceQuestion
        question={t('signOutInCall.ask')}
        yes={t('signOutInCall.yes')}
        no={t('signOutInCall.no')}
        tone="destructive"
        onYes={onYes}
        onNo={onNo}
      />
    </Dialog>
  );
}
