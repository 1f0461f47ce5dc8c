import type { Carrier } from '../carrier.ts';
import type { WebhookMethod } from '../webhooks/webhook-sender.ts';
import type { Leg } from './leg.ts';
import { durationMs } from './sound.ts';

/** Asynchronous answering machine detection (twilio.com/docs/voice/answering-machine-detection). Times in milliseconds. */
export interface MachineDetection {
  readonly mode: 'Enable' | 'DetectMessageEnd';
  readonly timeoutMs: number;
  /** Speech without a pause that is longer than this is a machine's. */
  readonly speechThresholdMs: number;
  /** How long a pause ends the speech. */
  readonly speechEndThresholdMs: number;
  readonly silenceTimeoutMs: number;
  readonly callback: { readonly url: string; readonly method: WebhookMethod } | null;
}

export type AnsweredBy = 'human' | 'machine_start' | 'machine_end_silence' | 'unknown';

/** Listens to how the far end answers and decides once, by length of speech alone: a wordy receptionist is taken for a machine. */
export function detectMachine(
  leg: Leg,
  detection: MachineDetection,
  { carrier, onDecided }: { readonly carrier: Carrier; readonly onDecided: (by: AnsweredBy) => void },
): void {
  const { clock } = carrier;
  let cancel = (): void => {};
  let answeredAt = 0;
  let speechBeganAt: number | null = null;

  function decide(by: AnsweredBy): void {
    cancel();
    cancelTimeout();
    unsubscribe();
    onDecided(by);
    if (detection.callback === null) return;
    const parameters = {
      AccountSid: carrier.accountSid,
      CallSid: leg.sid,
      AnsweredBy: by,
      MachineDetectionDuration: String(Math.round(clock.now().getTime() - answeredAt)),
    };
    carrier.webhooks.report({ ...detection.callback, parameters });
  }

  function wait(ms: number, act: () => void): void {
    cancel();
    cancel = clock.after(ms, act);
  }

  function heard(soundMs: number): void {
    const now = clock.now().getTime();
    speechBeganAt ??= now;
    const machineAt = speechBeganAt + detection.speechThresholdMs;
    const isMachine = now + soundMs > machineAt;
    if (!isMachine) wait(soundMs + detection.speechEndThresholdMs, () => decide('human'));
    else if (detection.mode === 'Enable') wait(Math.max(0, machineAt - now), () => decide('machine_start'));
    else wait(soundMs + detection.speechEndThresholdMs, () => decide('machine_end_silence'));
  }

  let cancelTimeout = (): void => {};
  const unsubscribe = leg.subscribe((event) => {
    if (event.type === 'answered') {
      answeredAt = clock.now().getTime();
      wait(detection.silenceTimeoutMs, () => decide('unknown'));
      cancelTimeout = clock.after(detection.timeoutMs, () => decide('unknown'));
    }
    if (event.type === 'said') heard(durationMs(event.sound));
    if (event.type === 'ended') {
      cancel();
      cancelTimeout();
    }
  });
}
