import { type ReactElement, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { usePlatform } from '../platform/platform-context.ts';
import { Dialog } from '../ui/dialog.tsx';
import { InPlaceQuestion } from '../ui/in-place-question.tsx';

/** Asked in mid-call, whichever way the desktop app was told to quit: with it goes the agent's line. */
export function QuitQuestion({ onNo }: { readonly onNo: () => void }): ReactElement {
  const { t } = useTranslation('shell');
  const { desktop } = usePlatform();
  useEffect(() => {
    if (desktop === null) return undefined;
    const { onQuitAsked, quitQuestionShown } = desktop.bridge.app;
    void quitQuestionShown();
    // Told to quit again, the app waits to hear that the question stands.
    return onQuitAsked(() => void quitQuestionShown());
  }, [desktop]);
  return (
    <Dialog title={t('quitInCall.title')} closeLabel={t('close')} onClose={onNo}>
      <InPlaceQuestion
        question={t('quitInCall.ask')}
        yes={t('quitInCall.yes')}
        no={t('quitInCall.no')}
        tone="destructive"
        onYes={() => void desktop?.bridge.app.quit()}
        onNo={onNo}
      />
    </Dialog>
  );
}
