/**
 * Put into a page before its own scripts: measures what comes over its WebRTC connections, that is what the person would hear. The
 * newest connection counts.
 */
interface HeardSound {
  /** dB below full scale. */
  readonly levelDb: number;
  readonly frequencyHz: number;
}

declare global {
  interface Window {
    /** Null while no call is connected. */
    heardSound: () => HeardSound | null;
  }
}

const FFT_SIZE = 4_096;

let analyser: AnalyserNode | null = null;

window.heardSound = () => analyser && measure(analyser);

window.RTCPeerConnection = class extends window.RTCPeerConnection {
  constructor(configuration?: RTCConfiguration) {
    super(configuration);
    this.addEventListener('track', ({ track }) => {
      analyser = analyse(new MediaStream([track]));
    });
    this.addEventListener('signalingstatechange', () => {
      if (this.signalingState === 'closed') analyser = null;
    });
  }

  override close(): void {
    analyser = null;
    super.close();
  }
};

function analyse(stream: MediaStream): AnalyserNode {
  const context = new AudioContext();
  const node = context.createAnalyser();
  node.fftSize = FFT_SIZE;
  context.createMediaStreamSource(stream).connect(node);
  return node;
}

function measure(node: AnalyserNode): HeardSound {
  const samples = new Float32Array(FFT_SIZE);
  node.getFloatTimeDomainData(samples);
  const energy = samples.reduce((sum, sample) => sum + sample * sample, 0) / FFT_SIZE;

  const spectrum = new Float32Array(node.frequencyBinCount);
  node.getFloatFrequencyData(spectrum);
  const strongest = spectrum.indexOf(Math.max(...spectrum));
  return {
    levelDb: 10 * Math.log10(energy),
    frequencyHz: (strongest * node.context.sampleRate) / FFT_SIZE,
  };
}

export type {};
