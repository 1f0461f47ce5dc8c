import { eq, sql } from 'drizzle-orm';
import { type RoutingSettings, routingSettingsSchema } from '../contract/routing.ts';
import {
  type TeamDefaults,
  type TeamRouting,
  type TeamSettingsKey,
  teamDefaultsSchema,
  type VersionedDefaults,
} from '../contract/team.ts';
import type { Database } from '../db/database.ts';
import { teamSettings } from '../db/schema/agents.ts';
import { counted, type KnownSkill } from './team-skills.ts';

/** How calls are routed, each skill with the id by which it is known. */
export interface StoredRouting extends TeamRouting {
  readonly settings: RoutingSettings & { skills: KnownSkill[] };
}

/** What is set for the whole team; version 0 until an admin sets it. */
export interface TeamSettingsStore {
  routing(): StoredRouting;
  defaults(): VersionedDefaults;
  /** Makes the next version. */
  saveRouting(settings: RoutingSettings): void;
  saveDefaults(settings: TeamDefaults): void;
}

const noDefaults: TeamDefaults = { conversation: null, hours: null, locked: [] };

/** `initial`: how calls are routed until an admin sets it. */
export function createTeamSettingsStore({ query }: Database, initial: RoutingSettings): TeamSettingsStore {
  const one = query
    .select()
    .from(teamSettings)
    .where(eq(teamSettings.key, sql.placeholder('key')))
    .prepare();

  function save(key: TeamSettingsKey, value: unknown): void {
    query
      .insert(teamSettings)
      .values({ key, version: 1, value })
      .onConflictDoUpdate({
        target: teamSettings.key,
        set: { value, version: sql`${teamSettings.version} + 1` },
      })
      .run();
  }

  return {
    routing() {
      const row = one.get({ key: 'routing' });
      const settings = row === undefined ? initial : routingSettingsSchema.parse(row.value);
      return { version: row?.version ?? 0, settings: { ...settings, skills: counted(settings.skills) } };
    },
    defaults() {
      const row = one.get({ key: 'defaults' });
      if (row === undefined) return { version: 0, settings: noDefaults };
      return { version: row.version, settings: teamDefaultsSchema.parse(row.value) };
    },
    saveRouting: (settings) => save('routing', settings),
    saveDefaults: (settings) => save('defaults', settings),
  };
}
