const TONE_HZ = 400;
const FLUTTER_HZ = 16;
const RING_S = 1;
const PAUSE_S = 2;
const RINGS_AHEAD = 40;
const LOUDNESS = 0.08;

/** Rings as Japanese telephones do: a fluttering 400 Hz, one second in three. Returns the end of it. */
export function startRinging(): () => void {
  const context = new AudioContext();
  const tone = new OscillatorNode(context, { frequency: TONE_HZ });
  const flutter = new OscillatorNode(context, { frequency: FLUTTER_HZ });
  const fluttering = new GainNode(context, { gain: 0.5 });
  const loudness = new GainNode(context, { gain: 0 });
  flutter.connect(fluttering.gain);
  tone.connect(fluttering).connect(loudness).connect(context.destination);
  for (let ring = 0; ring < RINGS_AHEAD; ring++) {
    const from = context.currentTime + ring * (RING_S + PAUSE_S);
    loudness.gain.setTargetAtTime(LOUDNESS, from, 0.02);
    loudness.gain.setTargetAtTime(0, from + RING_S, 0.05);
  }
  tone.start();
  flutter.start();
  return () => void context.close();
}
