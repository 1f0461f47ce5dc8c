import type { CallId, LegId } from '../../../contract/ids.ts';
import type { Clock } from '../../../kernel/clock.ts';
import type { AiInstruction, AiLeg, CarrierEvents, Consider, Heard } from '../../carrier-events.ts';
import type { RelayEffect } from './relay-machine.ts';
import type { RelayReceipts } from './relay-receipts.ts';
import { heardAfter, heardOf } from './relay-words.ts';

export interface RelayReportsOptions {
  readonly leg: { readonly callId: CallId; readonly legId: LegId };
  readonly events: Pick<CarrierEvents, 'aiStarted' | 'aiHeard' | 'aiInterrupted' | 'partialHeard'>;
  readonly receipts: RelayReceipts;
  readonly consider?: Consider | undefined;
  readonly clock: Clock;
}

/** What a session tells the AI, and what the AI has it do. Null where the leg is no longer the session's. */
export interface RelayReports {
  /** Once for each leg: what was said over a socket that broke goes on with `<Gather>`. */
  opened(callSid: string): AiInstruction | null;
  guessed(round: number, words: string): void;
  interrupted(cut: Extract<RelayEffect, { readonly type: 'cut-words' }>): void;
  considered(round: number, heard: Heard): Promise<Heard>;
  heard(round: number, heard: Heard): AiInstruction | null;
}

export function createRelayReports(options: RelayReportsOptions): RelayReports {
  const { leg, events, receipts, consider, clock } = options;
  let legRef = '';
  const aiLeg = (): AiLeg => ({ ...leg, legRef, at: clock.now() });
  return {
    opened(callSid) {
      legRef = callSid;
      return receipts.opening(leg.legId, clock.now(), () => events.aiStarted(aiLeg()));
    },
    guessed(round, words) {
      receipts.whileOpen(leg.legId, () => events.partialHeard(leg.callId, words, round));
    },
    interrupted({ saying, until }) {
      const { round, say, audio, readings = [] } = saying;
      const heard =
        audio === undefined ? heardOf(say, readings, until.utterance) : heardAfter(say, audio, until.ms);
      receipts.whileOpen(leg.legId, () => events.aiInterrupted(aiLeg(), round, heard));
    },
    considered: async (round, heard) => (consider === undefined ? heard : consider(aiLeg(), round, heard)),
    heard: (round, heard) => receipts.whileOpen(leg.legId, () => events.aiHeard(aiLeg(), round, heard)),
  };
}
