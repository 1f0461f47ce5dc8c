import type { RealtimeEvent } from '../../../backend/contract/events.ts';
import type { Offer } from '../../../backend/contract/handoffs.ts';
import type { SimulatedClock } from '../../../backend/simulator/clock.ts';
import { seededRandom } from '../../../backend/simulator/faults/seeded-random.ts';
import type { ConsoleClient } from '../../support/console-client.ts';
import type { System } from '../../support/system.ts';
import type { SoftphoneLeg } from '../../support/test-softphones.ts';

/** Agents who accept, decline or do not notice, talk for a while, and hang up in one way or another. */
export interface RandomTeam {
  /** Looks at what has happened since it looked last. */
  act(): void;
}

export function createRandomTeam(system: System, seed: number): RandomTeam {
  const agents = [system.suzuki, system.tanaka].map((agent) => createRandomAgent(system, agent, seed));
  return {
    act() {
      for (const agent of agents) agent.act();
    },
  };
}

function createRandomAgent(
  { simulator: { clock }, softphones }: System,
  agent: ConsoleClient,
  seed: number,
): RandomTeam {
  const taken = new Set<string>();
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

  const isUp = (leg: SoftphoneLeg): boolean =>
    softphones.up.get(`agent-${agent.agentId}`)?.call.callSid === leg.call.callSid;

  /** One whose first attempt fails tries again. */
  function hangUp(leg: SoftphoneLeg): void {
    const callId = leg.call.parameters['callId'];
    const random = seededRandom(seed, `talk ${leg.call.callSid}`)();
    later(5_000 + random * 30_000, async () => {
      if (!isUp(leg)) return;
      if (random < 0.2) leg.hangUp();
      else await agent.request('POST', '/api/calls/end', { callId });
      hangUp(leg);
    });
  }

  return {
    act() {
      const news = agent.events.slice(read);
      read += news.length;
      for (const offer of news.flatMap(offersOf)) if (offer.agentId === agent.agentId) answer(offer);
      const leg = softphones.up.get(`agent-${agent.agentId}`);
      if (leg === undefined || taken.has(leg.call.callSid)) return;
      taken.add(leg.call.callSid);
      talk(leg, clock, () => isUp(leg));
      hangUp(leg);
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

function offersOf(event: RealtimeEvent): readonly Offer[] {
  return event.type === 'handoff-offered' ? [event.offer] : [];
}
