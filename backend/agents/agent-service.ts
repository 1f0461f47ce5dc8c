import type { AgentProfile, AgentSettings, ConversationSettings, SetStatus } from '../contract/agents.ts';
import type { AgentId } from '../contract/ids.ts';
import type { Database } from '../db/database.ts';
import { Refusal } from '../kernel/errors.ts';
import { InvalidInput } from '../kernel/invalid-input.ts';
import { e164Of } from '../kernel/phone-number.ts';
import type { AgentStore } from './agent-store.ts';
import type { PresenceService } from './presence-service.ts';

export interface AgentService {
  /** Throws `not-found` for somebody who has no account. */
  profile(agentId: AgentId): AgentProfile;
  /** The number that reaches the agent when no softphone does, in any notation; null for none. */
  setPhone(agentId: AgentId, phoneNumber: string | null): AgentProfile;
  setConversation(agentId: AgentId, conversation: ConversationSettings): AgentProfile;
  setStatus(agentId: AgentId, status: SetStatus): AgentProfile;
}

interface AgentServiceOptions {
  readonly database: Database;
  readonly agents: AgentStore;
  readonly presence: PresenceService;
}

export function createAgentService({ database, agents, presence }: AgentServiceOptions): AgentService {
  function profile(agentId: AgentId): AgentProfile {
    const agent = agents.find(agentId);
    if (agent === null) throw new Refusal('not-found', 'There is no such agent.');
    const { name, email, role, settings } = agent;
    return { agentId, name, email, role, settings, status: presence.statusOf(agentId) };
  }

  function change(agentId: AgentId, changes: Partial<AgentSettings>): AgentProfile {
    return database.transaction(() => {
      agents.change(agentId, changes);
      presence.refresh(agentId);
      return profile(agentId);
    });
  }

  return {
    profile,
    setPhone(agentId, written) {
      const phoneNumber = written === null ? null : e164Of(written);
      if (written !== null && phoneNumber === null) {
        const problem = 'is not a telephone number: write it like 03-1234-5678 or +81312345678';
        throw new InvalidInput([{ path: 'phoneNumber', problem }]);
      }
      return change(agentId, { phoneNumber });
    },
    setConversation: (agentId, conversation) => change(agentId, { conversation }),
    setStatus(agentId, status) {
      presence.choose(agentId, status);
      return profile(agentId);
    },
  };
}
