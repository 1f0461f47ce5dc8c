import { createMemberSettings, type MemberSettings, type MemberSettingsOptions } from './member-settings.ts';
import { createSettingsAudit } from './settings-audit.ts';
import { createTeamRules, type TeamRules, type TeamRulesOptions } from './team-rules.ts';

/** What admins set for the team and for each agent. Each change is one transaction together with its entry in the audit log. */
export interface TeamService extends TeamRules, MemberSettings {}

export function createTeamService(options: TeamRulesOptions & MemberSettingsOptions): TeamService {
  const noted = createSettingsAudit(options.audit, options.profiles.profile);
  return { ...createTeamRules(options, noted), ...createMemberSettings(options, noted) };
}
