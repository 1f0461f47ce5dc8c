import type { AgentProfile, SetSchedule } from '../contract/agents.ts';
import type { AgentId } from '../contract/ids.ts';
import type { Database } from '../db/database.ts';
import type { AuditLog } from '../journal/audit-log-store.ts';
import type { EventLog } from '../journal/event-log-store.ts';
import { ChangedElsewhere } from '../kernel/changed-elsewhere.ts';
import type { AgentService } from './agent-service.ts';
import type { AgentStore } from './agent-store.ts';
import type { PresenceService } from './presence-service.ts';
import { createSettingsAudit } from './settings-audit.ts';

/** When agents work. */
export interface ScheduleService {
  /**
   * By an admin, or by the agent themselves: noted in the audit log. Refuses with `changed-elsewhere` where a newer version of the settings
   * than the edited one is there, with `not-found` for nobody.
   */
  save(savedBy: AgentId, agentId: AgentId, edited: SetSchedule): AgentProfile;
}

interface ScheduleServiceOptions {
  readonly database: Pick<Database, 'transaction'>;
  readonly agents: Pick<AgentStore, 'change'>;
  readonly profile: AgentService['profile'];
  readonly presence: Pick<PresenceService, 'refresh'>;
  readonly audit: Pick<AuditLog, 'append'>;
  readonly events: EventLog;
}

export function createScheduleService(options: ScheduleServiceOptions): ScheduleService {
  const { database, agents, profile, presence, events } = options;
  const noted = createSettingsAudit(options.audit, profile);

  return {
    save: (savedBy, agentId, { basedOn, schedule }) =>
      database.transaction(() => {
        const before = profile(agentId);
        if (before.settings.version !== basedOn) throw new ChangedElsewhere(before);
        agents.change(agentId, schedule);
        presence.refresh(agentId);
        events.append({ type: 'settings-changed', agentId }, null);
        return noted(savedBy, before, Object.keys(schedule));
      }),
  };
}
