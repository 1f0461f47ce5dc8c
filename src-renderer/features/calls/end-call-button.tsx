import { useQueryClient } from '@tanstack/react-query';
import { PhoneOff } from 'lucide-react';
import { type ReactElement, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallId } from '../../../backend/contract/ids.ts';
import { applyCallEvent } from '../../platform/apply-event.ts';
import { usePlatform } from '../../platform/platform-context.ts';
import { useConnectionLost } from '../../platform/use-connection-lost.ts';
import { useSingleMutation } from '../../platform/use-single-mutation.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { InPlaceQuestion } from '../../ui/in-place-question.tsx';

/** Ends the call for the customer too, after a question in the button's own place. */
export function EndCallButton({ callId }: { readonly callId: CallId }): ReactElement {
  const { t } = useTranslation('calls');
  const { api } = usePlatform();
  const cache = useQueryClient();
  const [asking, setAsking] = useState(false);
  const lost = useConnectionLost();
  const reason = useId();
  const end = useSingleMutation({
    mutationKey: ['end-call', callId],
    mutationFn: () => api.endCall(callId),
    onSuccess: (call) => applyCallEvent(cache, { type: 'call-ended', call }),
  });

  if (asking && !lost) {
    return (
      <InPlaceQuestion
        question={t('end.ask')}
        yes={t('end.yes')}
        no={t('end.no')}
        tone="destructive"
        onYes={() => {
          setAsking(false);
          end.mutate();
        }}
        onNo={() => setAsking(false)}
      />
    );
  }
  return (
    <>
      {lost && (
        <span id={reason} className="sr-only">
          {t('notLive')}
        </span>
      )}
      <Button
        tone="destructive-quiet"
        size="large"
        busy={end.isPending}
        disabled={lost}
        title={lost ? t('notLive') : undefined}
        aria-describedby={lost ? reason : undefined}
        onClick={() => setAsking(true)}
      >
        <PhoneOff aria-hidden className="size-4" />
        {end.isPending ? t('end.ending') : t('end.action')}
      </Button>
      {end.isError && <FailureNotice error={end.error} />}
    </>
  );
}
