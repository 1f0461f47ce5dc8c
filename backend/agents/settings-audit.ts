import type { AgentProfile, AgentSettings } from '../contract/agents.ts';
import type { AgentId } from '../contract/ids.ts';
import type { AuditLog } from '../journal/audit-log-store.ts';
import type { AgentService } from './agent-service.ts';

/** Writes down which of somebody's settings `changedBy`, an admin or they themselves, has changed since `before`; answers what they are now. */
export type SettingsAudit = (
  changedBy: AgentId,
  before: AgentProfile,
  names: readonly string[],
) => AgentProfile;

export function createSettingsAudit(
  audit: Pick<AuditLog, 'append'>,
  profile: AgentService['profile'],
): SettingsAudit {
  return (changedBy, before, names) => {
    const after = profile(before.agentId);
    audit.append({
      subject: 'account',
      action: 'settings-changed',
      actorId: changedBy,
      subjectId: before.agentId,
      before: only(before.settings, names),
      after: only(after.settings, names),
    });
    return after;
  };
}

function only(settings: AgentSettings, names: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(Object.entries(settings).filter(([name]) => names.includes(name)));
}
