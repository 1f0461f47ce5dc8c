import { Download, LoaderCircle, Pause, Play } from 'lucide-react';
import { type ReactElement, useEffect, useEffectEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallId } from '../../../backend/contract/ids.ts';
import type { Recording } from '../../../backend/contract/recordings.ts';
import { failureCode } from '../../platform/api-failure.ts';
import { usePlatform } from '../../platform/platform-context.ts';
import { saveFile } from '../../platform/save-file.ts';
import { formatDay, formatDuration } from '../../platform/times.ts';
import { showToast } from '../../platform/toasts.ts';
import { useLanguage } from '../../platform/use-language.ts';
import { useSingleMutation } from '../../platform/use-single-mutation.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { secondsInto } from './recording-time.ts';
import { type RecordingSound, useRecordingSound } from './use-recording-sound.ts';
import { Waveform } from './waveform.tsx';

/** A moment of the call that somebody wants to hear; another one each time, though it may be the same moment. */
export interface WantedMoment {
  readonly at: string;
}

interface RecordingPlayerProps {
  readonly callId: CallId;
  readonly recording: Recording;
  readonly wanted: WantedMoment | null;
}

const speeds = [0.75, 1, 1.25, 1.5, 2] as const;

/** Play, go anywhere, faster or slower, save. */
export function RecordingPlayer({ callId, recording, wanted }: RecordingPlayerProps): ReactElement {
  const { t } = useTranslation(['history', 'failures']);
  const player = useRecordingSound(callId, recording.id);
  const { sound, playing } = player;
  const hear = useEffectEvent((at: string) => {
    const seconds = secondsInto(recording, at);
    if (seconds !== null) player.seek(seconds, true);
  });
  useEffect(() => {
    if (wanted !== null) hear(wanted.at);
  }, [wanted]);

  return (
    <div className="flex flex-col gap-1">
      <div className="flex items-center gap-2">
        <Button
          tone="primary"
          size="icon"
          aria-label={playing ? t('recording.pause') : t('recording.play')}
          aria-busy={sound.type === 'loading' || undefined}
          onClick={player.toggle}
        >
          <PlayIcon sound={sound} playing={playing} />
        </Button>
        <Track player={player} recording={recording} />
        <SpeedChoice speed={player.speed} onChoose={player.setSpeed} />
        <SaveButton callId={callId} recording={recording} />
      </div>
      {sound.type === 'loading' && (
        <p role="status" className="text-text-quiet text-xs">
          {t('recording.loading')}
        </p>
      )}
      {sound.type === 'failed' && (
        <Notice
          tone="failed"
          action={
            <Button size="small" onClick={player.toggle}>
              {t('recording.retry')}
            </Button>
          }
        >
          {t(`failures:${sound.code}`)}
        </Notice>
      )}
      {sound.type === 'loaded' && <audio ref={player.player} src={sound.address} {...player.events} />}
    </div>
  );
}

function PlayIcon({ sound, playing }: Pick<RecordingSound, 'sound' | 'playing'>): ReactElement {
  if (sound.type === 'loading') return <LoaderCircle aria-hidden className="size-4 animate-spin" />;
  return playing ? <Pause aria-hidden className="size-4" /> : <Play aria-hidden className="size-4" />;
}

interface TrackProps {
  readonly player: RecordingSound;
  readonly recording: Recording;
}

/** The shape of the call, with where it is heard; a slider for the pointer and the arrow keys. */
function Track({ player, recording }: TrackProps): ReactElement {
  const { t } = useTranslation('history');
  const length = recording.durationSeconds ?? 0;
  const at = formatDuration(player.position);
  const of = formatDuration(length);
  return (
    <>
      <div className="relative h-9 min-w-0 flex-1 rounded-sm has-focus-visible:outline-2 has-focus-visible:outline-accent">
        <Waveform
          parts={recording.waveform}
          heard={length === 0 ? 0 : Math.min(1, player.position / length)}
        />
        <input
          type="range"
          min={0}
          max={length}
          step={1}
          value={Math.min(length, Math.floor(player.position))}
          aria-label={t('recording.position')}
          aria-valuetext={t('recording.positionOf', { at, of })}
          className="absolute inset-0 h-full w-full cursor-pointer opacity-0"
          onChange={({ currentTarget }) => player.seek(currentTarget.valueAsNumber)}
        />
      </div>
      <span className="whitespace-nowrap text-text-quiet text-xs tabular-nums">
        {at} / {of}
      </span>
    </>
  );
}

interface SpeedChoiceProps {
  readonly speed: number;
  readonly onChoose: (speed: number) => void;
}

function SpeedChoice({ speed, onChoose }: SpeedChoiceProps): ReactElement {
  const { t } = useTranslation('history');
  return (
    <select
      aria-label={t('recording.speed')}
      value={speed}
      className="h-7 rounded-sm border border-line bg-surface-raised px-1 text-xs"
      onChange={({ currentTarget }) => onChoose(Number(currentTarget.value))}
    >
      {speeds.map((times) => (
        <option key={times} value={times}>
          {t('recording.times', { times })}
        </option>
      ))}
    </select>
  );
}

function SaveButton({ callId, recording }: Pick<RecordingPlayerProps, 'callId' | 'recording'>): ReactElement {
  const { t } = useTranslation(['history', 'failures']);
  const { api, clock, toasts } = usePlatform();
  const language = useLanguage();
  const save = useSingleMutation({
    mutationKey: ['save-recording', recording.id],
    mutationFn: () => api.recordingSound(callId, recording.id, 'file'),
    onSuccess: (file: Blob) => saveFile(file, `${callId}.wav`),
    onError: (error) => showToast(toasts, 'failed', t(`failures:${failureCode(error)}`)),
  });
  const kept =
    recording.keptUntil === null
      ? undefined
      : t('recording.keptUntil', { date: formatDay(recording.keptUntil, clock.now(), language) });
  return (
    <Button
      size="icon"
      aria-label={t('recording.download')}
      title={kept}
      busy={save.isPending}
      onClick={() => save.mutate()}
    >
      {!save.isPending && <Download aria-hidden className="size-4" />}
    </Button>
  );
}
