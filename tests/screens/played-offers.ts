import { type CallSession, callSessionSchema } from '../../backend/contract/calls.ts';
import { type Offer, offerSchema } from '../../backend/contract/handoffs.ts';
import { demoCustomers } from '../../backend/db/seed/demo-customers.ts';

/** What a played call is like. */
interface Likeness {
  readonly known: CallSession;
  /** Who is asked. */
  readonly agent: { readonly id: string; readonly name: string };
  readonly now: number;
}

/** The call of the offer of the same number. */
export function playedCall(number: number, { known, agent, now }: Likeness): CallSession {
  const { id: offerId, callId, handoffId, urgency, reason, offeredAt, deadline } = playedOffer(number, now);
  const { company, person, department } = demoCustomers[number] ?? {};
  const startedAt = new Date(now - number * 40_000).toISOString();
  return callSessionSchema.parse({
    ...known,
    id: callId,
    mode: 'ai',
    customer: { ...known.customer, company, person: person ?? null, department: department ?? null },
    status: urgency === 'connect' ? 'transferring' : 'ai-responding',
    startedAt,
    answeredAt: startedAt,
    endedAt: null,
    durationSeconds: null,
    result: null,
    resultReason: null,
    handoff: {
      id: handoffId,
      callId,
      urgency,
      requestedBy: 'ai',
      reason,
      status: 'offering',
      agent: null,
      offers: [
        { id: offerId, agent, status: 'open', declineReason: null, offeredAt, deadline, respondedAt: null },
      ],
      requestedAt: offeredAt,
      connectedAt: null,
      endedAt: null,
    },
  });
}

/** Of a customer of the demo data; the first one waits for a human now, the others have to be stood by for. */
export function playedOffer(number: number, now: number): Offer {
  const { company, person, department } = demoCustomers[number] ?? {};
  const digits = String(number).padStart(20, '0');
  const urgent = number === 1;
  return offerSchema.parse({
    id: `offer_${digits}`,
    handoffId: `handoff_${digits}`,
    callId: `call_${digits}`,
    agentId: 'played',
    urgency: urgent ? 'connect' : 'prepare',
    reason: urgent ? 'person-on-line' : 'put-on-hold',
    offeredAt: new Date(now).toISOString(),
    deadline: new Date(now + 20_000 + number * 2_000).toISOString(),
    brief: {
      company,
      person: person ?? null,
      department: department ?? null,
      lastTurns: [
        { speaker: 'ai', text: 'お忙しいところ恐れ入ります。ご担当の方はいらっしゃいますでしょうか。' },
        { speaker: 'customer', text: 'はい、わたしが担当です。どのようなご用件でしょうか。' },
      ],
    },
  });
}
