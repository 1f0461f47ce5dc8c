import type { ChosenSpeaker, LostSoundDevice, OnCaught } from './voice-device-port.ts';

/** The part of the SDK's audio helper that is needed. Each rejects a device that is not there. */
export interface SoundDevices {
  readonly speakerDevices: { set(deviceId: string): Promise<void> };
  setInputDevice(deviceId: string): Promise<void>;
  unsetInputDevice(): Promise<void>;
  /** Told once the SDK itself knows what was plugged in or out, which is some time after the browser does. */
  on(event: 'deviceChange', listener: () => void): unknown;
}

/** What calls are spoken into and heard from. */
export interface CallSound {
  /** Takes what is chosen, or the system's own choice where that is gone. Resolves when they are there, or have been waited for long enough, and never rejects. */
  begin(): Promise<void>;
  end(): void;
  /** Null is the system's own choice. */
  setMicrophone(deviceId: string | null): void;
  /** Which of the chosen devices the call has to do without. */
  lost(): readonly LostSoundDevice[];
  /** Returns the undo. */
  onLostChange(listener: () => void): () => void;
}

export interface CallSoundDeps {
  readonly devices: SoundDevices;
  readonly speaker: ChosenSpeaker;
  /** Aborted when no call comes any more. */
  readonly closed: AbortSignal;
  readonly onCaught: OnCaught;
}

const systemChoice = 'default';
/** A customer waits: longer than this the call is answered with what there is, and what was chosen comes when it comes. */
const patienceMs = 1_500;

/**
 * During a call, what is unplugged is done without, and taken again when it is back. Between calls no microphone is held, or the browser
 * would show it as recording all day.
 */
export function createCallSound({ devices, speaker, closed, onCaught }: CallSoundDeps): CallSound {
  let inCall = false;
  let microphone: string | null = null;
  const lost = new Set<LostSoundDevice>();
  const listeners = new Set<() => void>();

  const mark = (device: LostSoundDevice, isLost: boolean): void => {
    if (lost.has(device) === isLost) return;
    if (isLost) lost.add(device);
    else lost.delete(device);
    for (const listener of listeners) listener();
  };
  // One after the other: what is asked for last is what holds, and what comes after the end of a call is let go of again.
  const noted = (cause: unknown): void => onCaught('sound-device-not-used', cause);
  const microphoneInTurn = createQueue(noted);
  const speakerInTurn = createQueue(noted);
  const takeMicrophone = (): Promise<void> =>
    microphoneInTurn(async () => {
      if (!inCall) return;
      const wanted = microphone;
      const taken = await isTaken(wanted, (deviceId) => devices.setInputDevice(deviceId), noted);
      if (inCall && wanted === microphone) mark('microphone-lost', !taken);
    });
  const takeSpeaker = (): Promise<void> =>
    speakerInTurn(async () => {
      const wanted = speaker.current();
      const useSpeaker = (deviceId: string): Promise<void> => devices.speakerDevices.set(deviceId);
      const taken = await isTaken(wanted ?? systemChoice, useSpeaker, noted);
      if (inCall && wanted === speaker.current()) mark('speaker-lost', wanted !== null && !taken);
    });
  const takeBoth = async (): Promise<void> => {
    await Promise.all([takeMicrophone(), takeSpeaker()]);
  };

  devices.on('deviceChange', () => {
    if (inCall && !closed.aborted) void takeBoth();
  });
  closed.addEventListener(
    'abort',
    speaker.onChange(() => void takeSpeaker()),
  );
  return {
    begin: async () => {
      inCall = true;
      lost.clear();
      await noLongerThan(patienceMs, takeBoth());
    },
    end: () => {
      inCall = false;
      void microphoneInTurn(() => devices.unsetInputDevice());
    },
    setMicrophone: (deviceId) => {
      const before = microphone;
      microphone = deviceId;
      if (!inCall || before === deviceId) return;
      // The SDK follows the system's choice by itself, but not back to it.
      if (deviceId === null) void microphoneInTurn(() => devices.setInputDevice(systemChoice));
      void takeMicrophone();
    },
    lost: () => [...lost],
    onLostChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** False when the system's own choice had to be taken in its place. Null asks for nothing. */
async function isTaken(
  deviceId: string | null,
  take: (deviceId: string) => Promise<void>,
  onCaught: (cause: unknown) => void,
): Promise<boolean> {
  if (deviceId === null) return true;
  try {
    await take(deviceId);
    return true;
  } catch (cause) {
    onCaught(cause);
    // Where not even that is there, the browser goes on with what it has.
    await take(systemChoice).catch(onCaught);
    return false;
  }
}

/** Runs what it is given one after the other. What fails is told, and over like the rest. */
function createQueue(onFailed: (cause: unknown) => void): (act: () => Promise<void>) => Promise<void> {
  let last: Promise<void> = Promise.resolve();
  return (act) => {
    last = last.then(act).catch(onFailed);
    return last;
  };
}

async function noLongerThan(ms: number, done: Promise<void>): Promise<void> {
  const { promise: over, resolve } = Promise.withResolvers<void>();
  const timer = setTimeout(resolve, ms);
  await Promise.race([done, over]);
  clearTimeout(timer);
}
