import type { LineTrouble } from './voice-device-port.ts';

/**
 * What a warning of the Voice SDK means for a conversation; null where it means nothing that the agent could hear or mend.
 * Names and thresholds: https://www.twilio.com/docs/voice/voice-insights/api/call/details-sdk-call-quality-events
 */
export function troubleOf(warning: string): LineTrouble | null {
  switch (warning) {
    case 'low-bytes-received':
      return 'nothing-heard';
    case 'low-bytes-sent':
      return 'nothing-sent';
    case 'constant-audio-input-level':
      return 'silent-microphone';
    case 'low-mos':
    case 'high-rtt':
    case 'high-jitter':
    case 'high-packet-loss':
    case 'high-packets-lost-fraction':
      return 'poor-network';
    default:
      return null;
  }
}

export interface WarningLog {
  raised(warning: string): void;
  cleared(warning: string): void;
}

/** Knows which warnings stand, and tells of the troubles that they mean when these change. */
export function createWarningLog(onTroubles: (troubles: readonly LineTrouble[]) => void): WarningLog {
  const standing = new Set<string>();
  const change = (happen: () => void): void => {
    const before = troublesOf(standing);
    happen();
    const after = troublesOf(standing);
    if (before.join() !== after.join()) onTroubles(after);
  };
  return {
    raised: (warning) => change(() => standing.add(warning)),
    cleared: (warning) => change(() => standing.delete(warning)),
  };
}

function troublesOf(warnings: ReadonlySet<string>): readonly LineTrouble[] {
  const troubles = [...warnings].map(troubleOf).filter((trouble) => trouble !== null);
  return [...new Set(troubles)].sort();
}
