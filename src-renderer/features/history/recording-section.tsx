import { useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallSession } from '../../../backend/contract/calls.ts';
import { failureCode } from '../../platform/api-failure.ts';
import { usePlatform } from '../../platform/platform-context.ts';
import { useRecordings } from '../../platform/queries.ts';
import { queryKeys } from '../../platform/query-keys.ts';
import { showToast } from '../../platform/toasts.ts';
import { useSingleMutation } from '../../platform/use-single-mutation.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { Notice } from '../../ui/notice.tsx';
import { SkeletonText } from '../../ui/skeleton.tsx';
import { RecordingPlayer, type WantedMoment } from './recording-player.tsx';

interface RecordingSectionProps {
  readonly call: CallSession;
  /** Only admins can seek a recording again. */
  readonly isAdmin: boolean;
  readonly wanted: WantedMoment | null;
}

/** The recording of a call, or why there is none; nothing where calls are not recorded. */
export function RecordingSection({ call, isAdmin, wanted }: RecordingSectionProps): ReactElement | null {
  const { t } = useTranslation('history');
  const { recording } = call;
  if (recording === 'none') return null;
  return (
    <section
      aria-label={t('recording.title')}
      className="flex flex-col gap-2 border-line-quiet border-b px-4 pt-1 pb-3"
    >
      <h3 className="font-medium text-text-quiet text-xs">{t('recording.title')}</h3>
      {recording === 'stored' ? (
        <Players call={call} wanted={wanted} />
      ) : recording === 'lost' ? (
        <Notice tone="warning" action={isAdmin && <SeekAgain call={call} />}>
          {t('recording.lost')}
        </Notice>
      ) : (
        <p className="text-sm text-text-quiet">{t(`recording.${recording}`)}</p>
      )}
    </section>
  );
}

/** Nearly always one. */
function Players({ call, wanted }: Pick<RecordingSectionProps, 'call' | 'wanted'>): ReactElement {
  const { t } = useTranslation('history');
  const recordings = useRecordings(call.id, call.recording);
  if (recordings.isPending) return <SkeletonText lines={1} label={t('recording.loading')} />;
  if (recordings.data === undefined) {
    return (
      <FailureNotice
        error={recordings.error}
        action={
          <Button size="small" onClick={() => void recordings.refetch()}>
            {t('recording.retry')}
          </Button>
        }
      />
    );
  }
  return (
    <>
      {recordings.data
        .filter(({ state }) => state === 'stored')
        .map((recording) => (
          <RecordingPlayer key={recording.id} callId={call.id} recording={recording} wanted={wanted} />
        ))}
    </>
  );
}

function SeekAgain({ call }: Pick<RecordingSectionProps, 'call'>): ReactElement {
  const { t } = useTranslation(['history', 'failures']);
  const { api, toasts } = usePlatform();
  const cache = useQueryClient();
  const seek = useSingleMutation({
    mutationKey: ['seek-recordings', call.id],
    mutationFn: () => api.seekRecordings(call.id),
    onSuccess: () => cache.invalidateQueries({ queryKey: queryKeys.recordings(call.id) }),
    onError: (error) => showToast(toasts, 'failed', t(`failures:${failureCode(error)}`)),
  });
  return (
    <Button size="small" busy={seek.isPending} onClick={() => seek.mutate()}>
      {t('recording.seekAgain')}
    </Button>
  );
}
