import { type RefObject, useEffect, useRef, useState } from 'react';
import type { CallId } from '../../../backend/contract/ids.ts';
import { failureCode } from '../../platform/api-failure.ts';
import { usePlatform } from '../../platform/platform-context.ts';

/** What there is to hear: nothing is fetched before somebody wants to listen, because that is written down. */
type Sound =
  | { readonly type: 'not-asked-for' }
  | { readonly type: 'loading' }
  | { readonly type: 'loaded'; readonly address: string }
  | { readonly type: 'failed'; readonly code: ReturnType<typeof failureCode> };

export interface RecordingSound {
  readonly sound: Sound;
  readonly playing: boolean;
  /** In seconds. */
  readonly position: number;
  readonly speed: number;
  toggle(): void;
  /** Goes there, and plays if it does already, or if `play` says so. */
  seek(seconds: number, play?: boolean): void;
  setSpeed(speed: number): void;
  /** For the page's player. */
  readonly player: RefObject<HTMLAudioElement | null>;
  readonly events: PlayerEvents;
}

interface PlayerEvents {
  onLoadedMetadata(): void;
  onPlay(): void;
  onPause(): void;
  onTimeUpdate(): void;
  onError(): void;
}

/** Fetches a recording once and plays it: over the API, for neither a bearer token nor its absence can stand in an address. */
export function useRecordingSound(callId: CallId, recordingId: string): RecordingSound {
  const { api } = usePlatform();
  const [sound, setSound] = useState<Sound>({ type: 'not-asked-for' });
  const [playing, setPlaying] = useState(false);
  const [position, setPosition] = useState(0);
  const [speed, setSpeed] = useState(1);
  const player = useRef<HTMLAudioElement>(null);
  const address = sound.type === 'loaded' ? sound.address : null;

  useEffect(
    () => () => {
      if (address !== null) URL.revokeObjectURL(address);
    },
    [address],
  );
  useEffect(() => {
    if (player.current !== null) player.current.playbackRate = speed;
  }, [speed]);

  async function load(): Promise<void> {
    setSound({ type: 'loading' });
    try {
      const blob = await api.recordingSound(callId, recordingId, 'sound');
      setSound({ type: 'loaded', address: URL.createObjectURL(blob) });
    } catch (error) {
      setSound({ type: 'failed', code: failureCode(error) });
    }
  }

  function play(): void {
    player.current?.play().catch(() => setPlaying(false));
  }

  function seek(seconds: number, thenPlay = false): void {
    setPosition(seconds);
    if (address !== null && player.current !== null) {
      player.current.currentTime = seconds;
      if (thenPlay) play();
    } else if (thenPlay && sound.type !== 'loading') void load();
  }

  return {
    sound,
    playing,
    position,
    speed,
    player,
    seek,
    setSpeed,
    toggle() {
      if (address === null) seek(position, true);
      else if (playing) player.current?.pause();
      else play();
    },
    events: {
      // What was fetched was fetched to be heard.
      onLoadedMetadata() {
        if (player.current === null) return;
        player.current.currentTime = position;
        player.current.playbackRate = speed;
        play();
      },
      onPlay: () => setPlaying(true),
      onPause: () => setPlaying(false),
      onTimeUpdate() {
        if (player.current !== null) setPosition(player.current.currentTime);
      },
      onError: () => setSound({ type: 'failed', code: 'recording-unavailable' }),
    },
  };
}
