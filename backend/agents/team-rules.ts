import type { AgentId } from '../contract/ids.ts';
import type { RoutingSettings } from '../contract/routing.ts';
import type { SavedRouting, TeamRouting, VersionedDefaults } from '../contract/team.ts';
import type { Database } from '../db/database.ts';
import type { AuditLog } from '../journal/audit-log-store.ts';
import type { EventLog } from '../journal/event-log-store.ts';
import { ChangedElsewhere } from '../kernel/changed-elsewhere.ts';
import { InvalidInput } from '../kernel/invalid-input.ts';
import type { AgentService } from './agent-service.ts';
import type { AgentStore } from './agent-store.ts';
import type { PresenceService } from './presence-service.ts';
import type { SettingsAudit } from './settings-audit.ts';
import { isSame } from './team-inheritance.ts';
import type { TeamSettingsStore } from './team-settings-store.ts';
import { carriedSkills, identified, type KnownSkill } from './team-skills.ts';

/** What holds for the whole team. */
export interface TeamRules {
  routing(): TeamRouting;
  defaults(): VersionedDefaults;
  /**
   * Throws `changed-elsewhere` unless `version` is the newest, `invalid-input` where a skill has two entries or an offer would outlast the
   * handoff. Whoever has a skill that is renamed has it by its new name; one that is no longer there is taken from them, and the answer
   * tells from whom.
   */
  setRouting(adminId: AgentId, edited: TeamRouting): SavedRouting;
  /** Throws `changed-elsewhere` unless `version` is the newest. Holds at once for everybody who has none of their own. */
  setDefaults(adminId: AgentId, edited: VersionedDefaults): VersionedDefaults;
}

export interface TeamRulesOptions {
  readonly database: Pick<Database, 'transaction'>;
  readonly teamSettings: TeamSettingsStore;
  readonly agents: Pick<AgentStore, 'change' | 'skilled'>;
  readonly profiles: Pick<AgentService, 'profile'>;
  readonly presence: Pick<PresenceService, 'refreshAll'>;
  readonly audit: AuditLog;
  readonly events: EventLog;
}

export function createTeamRules(options: TeamRulesOptions, noted: SettingsAudit): TeamRules {
  const { database, teamSettings, agents, profiles, presence, audit, events } = options;

  function setRouting(adminId: AgentId, { version, settings: edited }: TeamRouting): SavedRouting {
    return database.transaction(() => {
      const before = teamSettings.routing();
      if (before.version !== version) throw new ChangedElsewhere(before);
      const skills = identified(edited.skills, before.settings.skills);
      const settings = { ...edited, skills };
      requireDifferent(
        settings.skills.map(({ name }) => name),
        (index) => `settings.skills.${index}.name`,
      );
      requireTimeToOffer(settings);
      teamSettings.saveRouting(settings);
      const skillsTaken = carrySkills(adminId, before.settings.skills, skills);
      audit.append({ ...team(adminId, 'routing'), before: before.settings, after: settings });
      return { ...teamSettings.routing(), skillsTaken };
    });
  }

  /** Nobody keeps a skill that the team no longer has: it could not be saved with them. */
  function carrySkills(
    adminId: AgentId,
    before: readonly KnownSkill[],
    after: readonly KnownSkill[],
  ): SavedRouting['skillsTaken'] {
    return agents.skilled().flatMap(({ agentId, skills }) => {
      const carried = carriedSkills(skills, before, after);
      if (isSame(carried, skills)) return [];
      const profile = profiles.profile(agentId);
      agents.change(agentId, { skills: [...carried] });
      events.append({ type: 'settings-changed', agentId }, null);
      noted(adminId, profile, ['skills']);
      const taken = skills.filter((skill) => carriedSkills([skill], before, after).length === 0);
      return taken.length === 0 ? [] : [{ agent: { id: agentId, name: profile.name }, skills: taken }];
    });
  }

  function setDefaults(adminId: AgentId, { version, settings }: VersionedDefaults): VersionedDefaults {
    return database.transaction(() => {
      const before = teamSettings.defaults();
      if (before.version !== version) throw new ChangedElsewhere(before);
      requireDifferent(settings.locked, (index) => `settings.locked.${index}`);
      teamSettings.saveDefaults(settings);
      presence.refreshAll();
      events.append({ type: 'settings-changed', agentId: null }, null);
      audit.append({ ...team(adminId, 'defaults'), before: before.settings, after: settings });
      return teamSettings.defaults();
    });
  }

  return { routing: teamSettings.routing, defaults: teamSettings.defaults, setRouting, setDefaults };
}

function team(actorId: AgentId, subjectId: 'routing' | 'defaults') {
  return { subject: 'team', action: 'changed', actorId, subjectId } as const;
}

function requireDifferent(names: readonly string[], pathOf: (index: number) => string): void {
  const twice = names.findIndex((name, index) => names.indexOf(name) !== index);
  if (twice !== -1) throw new InvalidInput([{ path: pathOf(twice), problem: 'twice' }]);
}

/** An offer that outlasts the handoff would never be let pass. */
function requireTimeToOffer({ offerSeconds, handoffSeconds }: RoutingSettings): void {
  if (offerSeconds > handoffSeconds) {
    throw new InvalidInput([{ path: 'settings.offerSeconds', problem: 'longer-than-handoff' }]);
  }
}
