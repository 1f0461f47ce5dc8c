import type {
  AgentProfile,
  AgentSettings,
  AssignSettings,
  SetNotifications,
  SetPhone,
  SetStatus,
} from '../contract/agents.ts';
import type { AgentId } from '../contract/ids.ts';
import type { TeamRouting } from '../contract/team.ts';
import type { Database } from '../db/database.ts';
import type { AuditLog } from '../journal/audit-log-store.ts';
import type { EventLog } from '../journal/event-log-store.ts';
import { ChangedElsewhere } from '../kernel/changed-elsewhere.ts';
import { Refusal } from '../kernel/errors.ts';
import { InvalidInput } from '../kernel/invalid-input.ts';
import type { Telephony } from '../telephony/telephony.ts';
import type { AgentService } from './agent-service.ts';
import type { AgentStore } from './agent-store.ts';
import type { PresenceService } from './presence-service.ts';
import type { SettingsAudit } from './settings-audit.ts';
import type { TeamSettingsStore } from './team-settings-store.ts';

/** What admins set for one agent. */
export interface MemberSettings {
  /**
   * Throws `changed-elsewhere`, `not-found`, `invalid-input` for a skill that the team does not have and for a number that customers may not
   * be shown, and `carrier-unavailable` where the carrier does not say which they may.
   */
  assign(adminId: AgentId, agentId: AgentId, assigned: AssignSettings): Promise<AgentProfile>;
  /** The telephone of an agent, who still has to hear a code there before it is rung. Throws as their own change of it does. */
  setPhone(adminId: AgentId, agentId: AgentId, wanted: SetPhone): AgentProfile;
  /** How an agent is told of offers. Throws `changed-elsewhere` and `not-found`. */
  setNotifications(adminId: AgentId, agentId: AgentId, wanted: SetNotifications): AgentProfile;
  /** Makes somebody available, busy or offline. Throws `not-found`. */
  setStatus(adminId: AgentId, agentId: AgentId, status: SetStatus): AgentProfile;
}

export interface MemberSettingsOptions {
  readonly database: Pick<Database, 'transaction'>;
  readonly teamSettings: Pick<TeamSettingsStore, 'routing'>;
  readonly agents: Pick<AgentStore, 'change'>;
  readonly profiles: Pick<AgentService, 'profile' | 'setPhoneOf' | 'setNotificationsOf'>;
  readonly presence: Pick<PresenceService, 'refresh' | 'choose'>;
  readonly callerNumbers: Telephony['callerNumbers'];
  readonly audit: AuditLog;
  readonly events: EventLog;
}

export function createMemberSettings(options: MemberSettingsOptions, noted: SettingsAudit): MemberSettings {
  const { database, agents, profiles, presence, audit, events } = options;
  const { profile } = profiles;

  async function assign(
    adminId: AgentId,
    agentId: AgentId,
    { basedOn, settings }: AssignSettings,
  ): Promise<AgentProfile> {
    const { callerNumber } = profile(agentId).settings;
    if (settings.callerNumber != null && settings.callerNumber !== callerNumber) {
      requireShowable(settings.callerNumber, await options.callerNumbers());
    }
    return database.transaction(() => {
      const before = profile(agentId);
      if (before.settings.version !== basedOn) throw new ChangedElsewhere(before);
      requireKnown(settings.skills ?? [], options.teamSettings.routing());
      const changes: Partial<AgentSettings> = Object.fromEntries(
        Object.entries(settings).filter(([, value]) => value !== undefined),
      );
      agents.change(agentId, changes);
      presence.refresh(agentId);
      events.append({ type: 'settings-changed', agentId }, null);
      return noted(adminId, before, Object.keys(changes));
    });
  }

  function setStatus(adminId: AgentId, agentId: AgentId, status: SetStatus): AgentProfile {
    return database.transaction(() => {
      const before = profile(agentId).status;
      presence.choose(agentId, status, adminId);
      const after = profile(agentId);
      audit.append({
        subject: 'account',
        action: 'presence-set',
        actorId: adminId,
        subjectId: agentId,
        before: { presence: before.presence },
        after: { ...status },
      });
      return after;
    });
  }

  return { assign, setPhone: profiles.setPhoneOf, setNotifications: profiles.setNotificationsOf, setStatus };
}

/** `numbers`: those that customers may be shown; null: the carrier does not say. */
function requireShowable(callerNumber: string, numbers: readonly string[] | null): void {
  if (numbers === null) {
    throw new Refusal('carrier-unavailable', 'The carrier does not say which there are.');
  }
  if (!numbers.includes(callerNumber)) {
    throw new InvalidInput([{ path: 'settings.callerNumber', problem: 'not-of-the-line' }]);
  }
}

function requireKnown(skills: readonly string[], { settings }: TeamRouting): void {
  const known = settings.skills.map(({ name }) => name);
  if (skills.some((skill) => !known.includes(skill))) {
    throw new InvalidInput([{ path: 'settings.skills', problem: 'unknown-skill' }]);
  }
}
