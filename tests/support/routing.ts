import { agentIdSchema } from '../../backend/contract/ids.ts';
import type { AskingSituation, MadeOffer } from '../../backend/handoff/routing/asking-order.ts';
import type { Candidate } from '../../backend/handoff/routing/candidate.ts';
import type { RoutingPolicy } from '../../backend/handoff/routing/order.ts';

/** As it is until an admin changes it. */
export const usualPolicy: RoutingPolicy = {
  strategy: 'priority',
  telephones: 'ranked',
  ringAll: true,
  escalateToAdmins: true,
};

/** An agent at the app who can be asked, but for the facts. */
export function candidate(name: string, facts: Partial<Candidate> = {}): Candidate {
  return {
    agentId: agentIdSchema.parse(name),
    role: 'agent',
    presence: 'available',
    reachability: 'softphone',
    withinWorkingHours: true,
    activeCalls: 0,
    concurrency: 1,
    priority: 5,
    idleSince: null,
    lastAskedAt: null,
    worksInTime: true,
    skills: [],
    ...facts,
  };
}

export function offer(
  name: string,
  status: MadeOffer['status'],
  step: MadeOffer['step'] = 'best',
): MadeOffer {
  return { agentId: agentIdSchema.parse(name), status, step };
}

/** Of a customer who waits, for whom nobody was asked yet; the team is to be given. */
export function situated(
  situation: Pick<AskingSituation, 'team'> & Partial<AskingSituation>,
): AskingSituation {
  return {
    urgency: 'connect',
    requestedBy: 'ai',
    made: [],
    madeBefore: [],
    ownerId: null,
    wantedSkills: [],
    policy: usualPolicy,
    familiar: null,
    transferredBy: null,
    asksLeft: 3,
    ...situation,
  };
}
