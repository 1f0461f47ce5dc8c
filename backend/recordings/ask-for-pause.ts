import type { ConferenceRecording, RecordingLine, RecordingNow } from '../telephony/recording-line.ts';

interface PauseOptions {
  readonly line: Pick<RecordingLine, 'setPaused' | 'recordingNow'>;
  readonly recording: ConferenceRecording;
  readonly paused: boolean;
  /** Told as soon as nobody knows whether it was done. */
  readonly onUnsure: () => void;
}

/**
 * Has a recording paused, or gone on with, and says how it stands then. An answer that is lost says nothing about what was done: what is true is
 * looked up before it is asked for a second time, because a carrier may refuse to pause what is paused.
 */
export async function askForPause(options: PauseOptions): Promise<RecordingNow> {
  const { line, recording, paused, onUnsure } = options;
  const wanted = paused ? 'paused' : 'running';
  const first = await line.setPaused(recording, paused);
  if (first.type === 'done') return wanted;
  if (first.type === 'unknown') onUnsure();
  const found = await line.recordingNow(recording);
  if (first.type !== 'unknown' || found === wanted || found === 'over') return found;
  const second = await line.setPaused(recording, paused);
  return second.type === 'done' ? wanted : line.recordingNow(recording);
}
