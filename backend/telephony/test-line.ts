import type { AgentId } from '../contract/ids.ts';
import type { BeginTestCall } from '../contract/test-calls.ts';
import type { CarrierOutcome } from './carrier-command.ts';

/** The carrier's part in an agent's call to themself. The one implementation is in `telephony/twilio`. */
export interface TestLine {
  /** Rings the softphone; `legRef` is the carrier's name of the call. */
  ring(test: TestToRing): Promise<TestRinging>;
  hangUp(legRef: string): Promise<CarrierOutcome>;
  /** What the agent said is nobody's business once they have heard it. Rejects when the carrier does not do it. */
  forgetRecordings(legRef: string): Promise<void>;
}

export interface TestToRing extends BeginTestCall {
  readonly testCallId: string;
  readonly agentId: AgentId;
}

export type TestRinging =
  | { readonly type: 'rung'; readonly legRef: string }
  | { readonly type: 'not-rung'; readonly detail: string };

/** What the carrier tells of test calls. A test that nobody knows any more changes nothing. */
export interface TestCallEvents {
  listening(testCallId: string): void;
  playing(testCallId: string): void;
  ended(testCallId: string, how: 'over' | 'failed'): void;
}
