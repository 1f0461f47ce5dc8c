import type { CSSProperties, ReactElement } from 'react';

const radius = 15;
const circumference = 2 * Math.PI * radius;

interface CountdownRingProps {
  readonly secondsLeft: number;
  readonly secondsInAll: number;
  readonly label: string;
}

/** The seconds in words for everybody, and as a ring that empties for a glance. */
export function CountdownRing({ secondsLeft, secondsInAll, label }: CountdownRingProps): ReactElement {
  const left = Math.min(1, Math.max(0, secondsLeft / Math.max(1, secondsInAll)));
  const drawn: CSSProperties = {
    strokeDasharray: circumference,
    strokeDashoffset: circumference * (1 - left),
  };
  return (
    <div role="timer" aria-label={label} className="relative grid size-11 shrink-0 place-items-center">
      <svg aria-hidden="true" viewBox="0 0 36 36" className="absolute inset-0 -rotate-90">
        <circle cx="18" cy="18" r={radius} className="fill-none stroke-line-quiet" strokeWidth="3" />
        <circle
          cx="18"
          cy="18"
          r={radius}
          style={drawn}
          className="fill-none stroke-state-waiting motion-safe:transition-[stroke-dashoffset] motion-safe:duration-1000 motion-safe:ease-linear"
          strokeWidth="3"
          strokeLinecap="round"
        />
      </svg>
      <span aria-hidden className="font-semibold text-base">
        {secondsLeft}
      </span>
    </div>
  );
}
