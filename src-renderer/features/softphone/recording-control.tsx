import { useQueryClient } from '@tanstack/react-query';
import { CircleDot, CirclePause, CircleQuestionMark } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallSession } from '../../../backend/contract/calls.ts';
import { failureCode } from '../../platform/api-failure.ts';
import { applyCallEvent } from '../../platform/apply-event.ts';
import { usePlatform } from '../../platform/platform-context.ts';
import { showToast } from '../../platform/toasts.ts';
import { useConnectionLost } from '../../platform/use-connection-lost.ts';
import { useSingleMutation } from '../../platform/use-single-mutation.ts';
import { BarButton } from './bar-button.tsx';
import { BarSlot } from './bar-slot.tsx';

/** Tells an agent that the call is recorded, and lets them pause that; says that it is paused only once the carrier has, and when nobody knows. */
export function RecordingControl({ call }: { readonly call: CallSession | null }): ReactElement | null {
  const { t } = useTranslation(['softphone', 'failures']);
  const { api, sounds, toasts } = usePlatform();
  const cache = useQueryClient();
  const lost = useConnectionLost();
  const pause = useSingleMutation({
    mutationKey: ['pause-recording', call?.id],
    mutationFn: (wanted: { readonly call: CallSession; readonly paused: boolean }) =>
      api.pauseRecording(wanted.call.id, wanted.paused),
    onSuccess: (changed) => {
      applyCallEvent(cache, { type: 'call-updated', call: changed });
      if (changed.recording === 'unsure') showToast(toasts, 'failed', t('recordingUnsure'));
    },
    onError: (error) => {
      sounds.play('error');
      showToast(toasts, 'failed', t(`failures:${failureCode(error)}`));
    },
  });
  const recording = call?.recording;
  if (call === null || !(recording === 'running' || recording === 'paused' || recording === 'unsure'))
    return null;
  const paused = recording === 'paused';
  return (
    <BarSlot of="recording">
      <span className="grid w-11 max-sliver:w-8">
        <BarButton
          {...looks[recording]}
          label={t(looks[recording].label)}
          word="never"
          aria-pressed={paused}
          disabled={lost}
          busy={pause.isPending}
          onClick={() => pause.mutate({ call, paused: !paused })}
        />
      </span>
    </BarSlot>
  );
}

const looks = {
  running: { icon: CircleDot, label: 'pauseRecording', tone: 'plain' },
  paused: { icon: CirclePause, label: 'resumeRecording', tone: 'primary' },
  unsure: { icon: CircleQuestionMark, label: 'pauseUnsure', tone: 'destructive-quiet' },
} as const;
