import type {
  AgentProfile,
  AgentSettings,
  SaveConversation,
  SetAbsence,
  SetNotifications,
  SetPhone,
  SetStatus,
} from '../contract/agents.ts';
import type { AgentId } from '../contract/ids.ts';
import type { Database } from '../db/database.ts';
import type { AuditLog } from '../journal/audit-log-store.ts';
import type { EventLog } from '../journal/event-log-store.ts';
import { ChangedElsewhere } from '../kernel/changed-elsewhere.ts';
import { InvalidInput } from '../kernel/invalid-input.ts';
import { e164Of, isSpecialRate } from '../kernel/phone-number.ts';
import { type AgentProfiles, type AgentProfilesOptions, createAgentProfiles } from './agent-profiles.ts';
import type { AgentStore } from './agent-store.ts';
import type { PresenceService } from './presence-service.ts';
import { createSettingsAudit } from './settings-audit.ts';

/** What is known of agents, and everything that they change of it themselves. Each change of a setting is noted in the audit log, whoever makes it. */
export interface AgentService extends AgentProfiles {
  /**
   * The agent's own telephone, in any notation, and when it is rung. Another number has to be verified anew. As every change by agents
   * themselves it refuses with `not-allowed` what admins keep to themselves, and with `changed-elsewhere` what was edited on an old version.
   */
  setPhone(agentId: AgentId, wanted: SetPhone): AgentProfile;
  /** The same by an admin, whom no lock hinders. Throws `not-found` for somebody who has no account. */
  setPhoneOf(adminId: AgentId, agentId: AgentId, wanted: SetPhone): AgentProfile;
  setConversation(agentId: AgentId, conversation: SaveConversation): AgentProfile;
  setNotifications(agentId: AgentId, wanted: SetNotifications): AgentProfile;
  /** The same by an admin. Throws `not-found` for somebody who has no account. */
  setNotificationsOf(adminId: AgentId, agentId: AgentId, wanted: SetNotifications): AgentProfile;
  setStatus(agentId: AgentId, status: SetStatus): AgentProfile;
  setAbsence(agentId: AgentId, wanted: SetAbsence): AgentProfile;
  extendWrapUp(agentId: AgentId): AgentProfile;
  finishWrapUp(agentId: AgentId): AgentProfile;
}

interface AgentServiceOptions extends AgentProfilesOptions {
  readonly database: Database;
  readonly agents: AgentStore;
  readonly presence: PresenceService;
  readonly audit: Pick<AuditLog, 'append'>;
  readonly events: EventLog;
}

export function createAgentService(options: AgentServiceOptions): AgentService {
  const { database, agents, presence, events } = options;
  const profiles = createAgentProfiles(options);
  const { profile, requireUnlocked } = profiles;
  const noted = createSettingsAudit(options.audit, profile);

  function change({ agentId, by, changes, basedOn }: SettingsChange): AgentProfile {
    return database.transaction(() => {
      const before = profile(agentId);
      if (basedOn !== undefined && basedOn !== before.settings.version) throw new ChangedElsewhere(before);
      agents.change(agentId, changes);
      presence.refresh(agentId);
      events.append({ type: 'settings-changed', agentId }, null);
      return noted(by, before, Object.keys(changes));
    });
  }

  function setPhoneOf(by: AgentId, agentId: AgentId, { basedOn, ...wanted }: SetPhone): AgentProfile {
    const changes = phoneSettings(wanted, profile(agentId).settings);
    return change({ agentId, by, changes, basedOn });
  }

  function setNotificationsOf(
    by: AgentId,
    agentId: AgentId,
    { basedOn, notifications }: SetNotifications,
  ): AgentProfile {
    return change({ agentId, by, changes: { notifications }, basedOn });
  }

  return {
    ...profiles,
    ...createPresenceChoices(presence, profile),
    setPhone(agentId, wanted) {
      requireUnlocked(agentId, 'phone');
      return setPhoneOf(agentId, agentId, wanted);
    },
    setPhoneOf,
    setConversation(agentId, { basedOn, ...conversation }) {
      requireUnlocked(agentId, 'conversation');
      return change({ agentId, by: agentId, changes: { conversation }, basedOn });
    },
    setNotifications: (agentId, wanted) => setNotificationsOf(agentId, agentId, wanted),
    setNotificationsOf,
  };
}

interface SettingsChange {
  readonly agentId: AgentId;
  readonly by: AgentId;
  readonly changes: Partial<AgentSettings>;
  readonly basedOn: number | undefined;
}

type PresenceChoices = Pick<AgentService, 'setStatus' | 'setAbsence' | 'extendWrapUp' | 'finishWrapUp'>;

function createPresenceChoices(
  presence: PresenceService,
  profile: AgentProfiles['profile'],
): PresenceChoices {
  return {
    setStatus(agentId, status) {
      presence.choose(agentId, status);
      return profile(agentId);
    },
    setAbsence(agentId, { absence }) {
      presence.setAbsence(agentId, absence);
      return profile(agentId);
    },
    extendWrapUp(agentId) {
      presence.extendWrapUp(agentId);
      return profile(agentId);
    },
    finishWrapUp(agentId) {
      presence.finishWrapUp(agentId);
      return profile(agentId);
    },
  };
}

/** Another number has to be verified anew. Refuses what cannot be called. */
function phoneSettings(
  { phoneNumber: written, reachByPhone, language }: Omit<SetPhone, 'basedOn'>,
  known: AgentSettings,
): Partial<AgentSettings> {
  const phoneNumber = written === null ? null : callable(written);
  const phoneVerified = known.phoneVerified && known.phoneNumber === phoneNumber;
  return {
    phoneNumber,
    phoneVerified: phoneNumber !== null && phoneVerified,
    ...(reachByPhone === undefined ? {} : { reachByPhone }),
    ...(language === undefined ? {} : { phoneLanguage: language }),
  };
}

function callable(written: string): string {
  const phoneNumber = e164Of(written);
  if (phoneNumber === null) {
    const problem = 'is not a telephone number: write it like 03-1234-5678 or +81312345678';
    throw new InvalidInput([{ path: 'phoneNumber', problem }]);
  }
  if (isSpecialRate(phoneNumber)) {
    const problem = 'special-rate: 0570, 0990 and premium numbers are not called';
    throw new InvalidInput([{ path: 'phoneNumber', problem }]);
  }
  return phoneNumber;
}
