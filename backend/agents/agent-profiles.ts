import type { AgentProfile, AgentSettings, LockableField } from '../contract/agents.ts';
import type { AgentId } from '../contract/ids.ts';
import type { Role } from '../contract/vocabulary.ts';
import type { Clock } from '../kernel/clock.ts';
import { Refusal } from '../kernel/errors.ts';
import type { AgentStore } from './agent-store.ts';
import type { PresenceService } from './presence-service.ts';
import type { TeamSettingsStore } from './team-settings-store.ts';
import { isAtWork } from './working-hours.ts';

/** What is known of an agent, and what of it is theirs to change. */
export interface AgentProfiles {
  /** Throws `not-found` for somebody who has no account. */
  profile(agentId: AgentId): AgentProfile;
  /** Whether admins keep the field to themselves. */
  isLocked(agentId: AgentId, field: LockableField): boolean;
  /** Throws `not-allowed` where admins keep the field to themselves. */
  requireUnlocked(agentId: AgentId, field: LockableField): void;
}

export interface AgentProfilesOptions {
  readonly agents: Pick<AgentStore, 'find' | 'team'>;
  readonly presence: Pick<PresenceService, 'statusOf'>;
  readonly teamSettings: Pick<TeamSettingsStore, 'defaults'>;
  readonly clock: Clock;
}

export function createAgentProfiles(options: AgentProfilesOptions): AgentProfiles {
  const { agents, presence, teamSettings, clock } = options;

  /** What is the team's changes with the team: who edited it before that has edited an old version. */
  function versioned(settings: AgentSettings): AgentSettings {
    return { ...settings, version: settings.version + teamSettings.defaults().version };
  }

  function lockedFor(role: Role): LockableField[] {
    return role === 'admin' ? [] : teamSettings.defaults().settings.locked;
  }

  function profile(agentId: AgentId): AgentProfile {
    const agent = agents.find(agentId);
    if (agent === null) throw new Refusal('not-found', 'There is no such agent.');
    const { name, email, role, settings, inherited } = agent;
    return {
      agentId,
      name,
      email,
      role,
      settings: versioned(settings),
      inherited: [...inherited],
      team: agents.team(),
      atWork: isAtWork(settings, clock.now()),
      locked: lockedFor(role),
      status: presence.statusOf(agentId),
    };
  }

  function isLocked(agentId: AgentId, field: LockableField): boolean {
    return profile(agentId).locked.includes(field);
  }

  return {
    profile,
    isLocked,
    requireUnlocked(agentId, field) {
      if (isLocked(agentId, field)) {
        throw new Refusal('not-allowed', 'An admin sets this for you.');
      }
    },
  };
}
