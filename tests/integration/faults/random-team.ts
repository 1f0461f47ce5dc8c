import type { RealtimeEvent } from '../../../backend/contract/events.ts';
import type { Offer } from '../../../backend/contract/handoffs.ts';
import { type CallId, callIdSchema } from '../../../backend/contract/ids.ts';
import type { SimulatedClock } from '../../../backend/simulator/clock.ts';
import { seededRandom } from '../../../backend/simulator/faults/seeded-random.ts';
import type { ConsoleClient } from '../../support/console-client.ts';
import type { System } from '../../support/system.ts';
import type { SoftphoneLeg } from '../../support/test-softphones.ts';
import { drawTalk } from './random-talk.ts';
import { createRandomTelephone } from './random-telephone.ts';

/**
 * Agents who accept, decline or do not notice, or take a call unasked; who talk for a while, hold, hand over, and hang up in one way or
 * another. One of them is by turns at the console and at their own telephone.
 */
export interface RandomTeam {
  /** Looks at what has happened since it looked last. */
  act(): void;
}

export function createRandomTeam(system: System, seed: number): RandomTeam {
  const { suzuki, tanaka } = system;
  const members = [
    createRandomAgent(system, { agent: suzuki, colleague: tanaka }, seed),
    createRandomAgent(system, { agent: tanaka, colleague: suzuki }, seed),
    createRandomTelephone(system, tanaka, seed),
  ];
  return {
    act() {
      for (const member of members) member.act();
    },
  };
}

/** Of all calls, the part that one of the agents takes from the AI unasked. */
const takenUnasked = 0.08;

function createRandomAgent(
  { simulator: { clock }, softphones }: System,
  { agent, colleague }: { readonly agent: ConsoleClient; readonly colleague: ConsoleClient },
  seed: number,
): RandomTeam {
  const taken = new Set<string>();
  /** Of the calls that have been seen, whom they are with. */
  const companies = new Map<CallId, string>();
  const over = new Set<CallId>();
  let read = 0;

  function later(ms: number, act: () => Promise<unknown>): void {
    // What is over meanwhile is refused, which is no news.
    clock.after(ms, () => void act().catch(() => undefined));
  }

  function answer(offer: Offer): void {
    const random = seededRandom(seed, `offer ${offer.brief.company} ${agent.agentId}`);
    const choice = random();
    const afterMs = 500 + random() * 4_000;
    if (choice < 0.7) later(afterMs, () => agent.accept(offer.id));
    else if (choice < 0.85) {
      later(afterMs, () => agent.request('POST', `/api/offers/${offer.id}/decline`, { reason: 'busy' }));
    }
  }

  function mayTake({ id, customer }: Extract<RealtimeEvent, { type: 'call-updated' }>['call']): void {
    if (companies.has(id)) return;
    companies.set(id, customer.company);
    const random = seededRandom(seed, `unasked ${customer.company} ${agent.agentId}`);
    if (random() < takenUnasked) later(1_000 + random() * 15_000, () => agent.press(id));
  }

  /** On their own telephone there is no softphone to look at. */
  function talkByTelephone(callId: CallId): void {
    if (softphones.up.has(`agent-${agent.agentId}`) || taken.has(callId)) return;
    taken.add(callId);
    const goesOn = (): boolean => !over.has(callId);
    draw(callId, goesOn, () => undefined);
  }

  function notice(event: RealtimeEvent): void {
    if (event.type === 'handoff-offered' && event.offer.agentId === agent.agentId) answer(event.offer);
    if (event.type === 'call-updated' && event.call.status === 'ai-responding') mayTake(event.call);
    if (event.type === 'call-ended') over.add(event.call.id);
    if (event.type !== 'handoff-updated') return;
    const { status, agent: by, callId } = event.handoff;
    if (status === 'connected' && by?.id === agent.agentId) talkByTelephone(callId);
  }

  const isUp = (leg: SoftphoneLeg): boolean =>
    softphones.up.get(`agent-${agent.agentId}`)?.call.callSid === leg.call.callSid;

  function talkAtSoftphone(leg: SoftphoneLeg): void {
    const goesOn = (): boolean => isUp(leg);
    const callId = callIdSchema.parse(leg.call.parameters['callId']);
    talk(leg, clock, goesOn);
    draw(callId, goesOn, leg.hangUp);
  }

  function draw(callId: CallId, goesOn: () => boolean, hangUp: () => void): void {
    const company = companies.get(callId) ?? callId;
    drawTalk({ agent, colleague, callId, company, clock, seed, goesOn, hangUp });
  }

  return {
    act() {
      const news = agent.events.slice(read);
      read += news.length;
      for (const event of news) notice(event);
      const leg = softphones.up.get(`agent-${agent.agentId}`);
      if (leg === undefined || taken.has(leg.call.callSid)) return;
      taken.add(leg.call.callSid);
      talkAtSoftphone(leg);
    },
  };
}

const sentence = {
  text: 'お電話代わりました。お忙しいところ恐れ入ります。',
  confidence: 0.95,
  durationMs: 3_000,
};
const pauseMs = 2_000;

function talk(leg: SoftphoneLeg, clock: SimulatedClock, goesOn: () => boolean): void {
  if (!goesOn()) return;
  leg.say(sentence);
  clock.after(sentence.durationMs + pauseMs, () => talk(leg, clock, goesOn));
}
