import { type AgentStatus, agentStatusSchema } from '../../backend/contract/agents.ts';
import type { CallSession } from '../../backend/contract/calls.ts';
import type { ServerFrame } from '../../backend/contract/events.ts';
import { idOf, sampleCall } from '../src-renderer/support/samples.ts';

const words = ['少々お待ちください', 'お電話代わりました', 'どのようなご用件でしょうか', 'はい、総務部です'];

export function playedAgents(count: number): readonly AgentStatus[] {
  return Array.from({ length: count }, (_, number) =>
    agentStatusSchema.parse({
      agentId: `agent${number}`,
      name: `社員 ${number}`,
      role: 'agent',
      presence: number % 3 === 0 ? 'available' : 'on-call',
      busyReason: null,
      reachability: 'softphone',
      since: new Date().toISOString(),
      wrapUpUntil: null,
      activeCallId: null,
    }),
  );
}

/** A call in progress; with each round something else was said last, and now and then it stands elsewhere. */
export function playedCall(number: number, round: number, begun: number): CallSession {
  const startedAt = new Date(begun - number * 1_000).toISOString();
  const owner = { id: `agent${number % 50}`, name: `社員 ${number % 50}` };
  return sampleCall(number, {
    status: (number + round) % 7 === 0 ? 'transferring' : 'ai-responding',
    owner,
    startedBy: owner,
    startedAt,
    answeredAt: startedAt,
    lastTurn: {
      callId: idOf('call', number),
      number: round + 1,
      speaker: 'customer',
      text: `${words[(number + round) % words.length]} ${round}`,
      confidence: 0.9,
      intent: null,
      at: new Date(begun + round * 1_000).toISOString(),
    },
  });
}

export function updated(call: CallSession, sequence: number): ServerFrame {
  return { type: 'event', sequence, event: { type: 'call-updated', call } };
}
