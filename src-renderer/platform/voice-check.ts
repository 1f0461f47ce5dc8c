/** How a check of the microphone goes: what is said in the first seconds is heard again in the next. */
export type VoiceCheckStep = 'listening' | 'playing' | 'over' | 'denied' | 'missing';

export interface VoiceCheckOptions {
  /** Null is the system's own choice. */
  readonly microphone: string | null;
  readonly speaker: string | null;
  readonly onStep: (step: VoiceCheckStep) => void;
  /** How loud the microphone hears, from 0 to 1, many times a second. */
  readonly onLevel: (level: number) => void;
}

const listeningMs = 4_000;
/** Speech fills a small part of the scale. */
const gain = 4;

/** Begins at once; the returned function breaks it off. */
export function checkVoice(options: VoiceCheckOptions): () => void {
  const broken = new AbortController();
  run(options, broken.signal).catch((error: unknown) => {
    if (broken.signal.aborted) return;
    options.onStep(error instanceof DOMException && error.name === 'NotAllowedError' ? 'denied' : 'missing');
  });
  return () => broken.abort();
}

async function run(options: VoiceCheckOptions, signal: AbortSignal): Promise<void> {
  options.onStep('listening');
  const { microphone } = options;
  const audio = microphone === null ? true : { deviceId: { ideal: microphone } };
  const stream = await navigator.mediaDevices.getUserMedia({ audio });
  const stopMeter = meter(stream, options.onLevel);
  const heard = await record(stream, signal);
  stopMeter();
  for (const track of stream.getTracks()) track.stop();
  if (signal.aborted) return;

  options.onStep('playing');
  await play(heard, options.speaker, signal);
  if (!signal.aborted) options.onStep('over');
}

function record(stream: MediaStream, signal: AbortSignal): Promise<Blob> {
  const recorder = new MediaRecorder(stream);
  const parts: Blob[] = [];
  return new Promise((resolve) => {
    const stop = (): void => {
      if (recorder.state !== 'inactive') recorder.stop();
    };
    recorder.addEventListener('dataavailable', ({ data }) => parts.push(data));
    recorder.addEventListener('stop', () => resolve(new Blob(parts, { type: recorder.mimeType })));
    signal.addEventListener('abort', stop);
    recorder.start();
    setTimeout(stop, listeningMs);
  });
}

async function play(sound: Blob, speaker: string | null, signal: AbortSignal): Promise<void> {
  const address = URL.createObjectURL(sound);
  const player = new Audio(address);
  if (speaker !== null) await player.setSinkId(speaker).catch(() => undefined);
  await new Promise<void>((resolve) => {
    for (const end of ['ended', 'error', 'pause']) player.addEventListener(end, () => resolve());
    signal.addEventListener('abort', () => player.pause());
    player.play().catch(() => resolve());
  });
  URL.revokeObjectURL(address);
}

function meter(stream: MediaStream, onLevel: (level: number) => void): () => void {
  const context = new AudioContext();
  const analyser = context.createAnalyser();
  context.createMediaStreamSource(stream).connect(analyser);
  const samples = new Float32Array(analyser.fftSize);
  let frame = requestAnimationFrame(function measure() {
    analyser.getFloatTimeDomainData(samples);
    const energy = samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length;
    onLevel(Math.min(1, Math.sqrt(energy) * gain));
    frame = requestAnimationFrame(measure);
  });
  return () => {
    cancelAnimationFrame(frame);
    void context.close();
    onLevel(0);
  };
}
