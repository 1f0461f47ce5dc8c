import type {
  AgentProfile,
  AgentSettings,
  ConversationSettings,
  SetPhone,
  SetStatus,
} from '../contract/agents.ts';
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
  /** The agent's own telephone, in any notation, and when it is rung. Another number has to be verified anew. */
  setPhone(agentId: AgentId, wanted: SetPhone): AgentProfile;
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
    setPhone(agentId, { phoneNumber: written, reachByPhone, language }) {
      const phoneNumber = written === null ? null : e164Of(written);
      if (written !== null && phoneNumber === null) {
        const problem = 'is not a telephone number: write it like 03-1234-5678 or +81312345678';
        throw new InvalidInput([{ path: 'phoneNumber', problem }]);
      }
      const known = agents.find(agentId)?.settings;
      const phoneVerified = known?.phoneVerified === true && known.phoneNumber === phoneNumber;
      return change(agentId, {
        phoneNumber,
        phoneVerified: phoneNumber !== null && phoneVerified,
        ...(reachByPhone === undefined ? {} : { reachByPhone }),
        ...(language === undefined ? {} : { phoneLanguage: language }),
      });
    },
    setConversation: (agentId, conversation) => change(agentId, { conversation }),
    setStatus(agentId, status) {
      presence.choose(agentId, status);
      return profile(agentId);
    },
  };
}
