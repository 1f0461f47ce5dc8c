import { type ReactElement, useId } from 'react';

interface WaveformProps {
  /** How loud each part is, 0 to 100. */
  readonly parts: readonly number[];
  /** How much of it has been heard, 0 to 1. */
  readonly heard: number;
}

/** How loud the call was from its beginning to its end; silence is a thin line. */
export function Waveform({ parts, heard }: WaveformProps): ReactElement {
  const clip = useId();
  const outline = parts.map(barAt).join('');
  return (
    <svg
      aria-hidden
      viewBox={`0 0 ${Math.max(parts.length, 1)} 100`}
      preserveAspectRatio="none"
      className="h-full w-full"
    >
      <clipPath id={clip}>
        <rect x="0" y="0" width={parts.length * heard} height="100" />
      </clipPath>
      <path d={outline} className="fill-line" />
      <path d={outline} className="fill-accent" clipPath={`url(#${clip})`} />
    </svg>
  );
}

function barAt(loudness: number, place: number): string {
  const height = Math.max(loudness, 2);
  return `M${place} ${50 - height / 2}h.7v${height}h-.7z`;
}
