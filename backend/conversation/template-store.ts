import { and, desc, eq, lte, sql } from 'drizzle-orm';
import type { AgentId } from '../contract/ids.ts';
import type { Database } from '../db/database.ts';
import { teamTemplateVersions, templateVersions } from '../db/schema/speech.ts';

/** What an agent has changed of the texts, by key. */
export type OwnTexts = Readonly<Record<string, string>>;

/** A sound file that is played instead of the text that it says. */
export interface VersionAudio {
  readonly file: string;
  /** As it stands in the version, with no variables. */
  readonly text: string;
  readonly milliseconds: number;
}

export interface TemplateVersion {
  readonly version: number;
  readonly texts: OwnTexts;
  /** By key. */
  readonly audio: Readonly<Record<string, VersionAudio>>;
  readonly savedAt: Date;
  /** Null where that was not noted. */
  readonly savedBy: AgentId | null;
}

/** The team's texts, which hold for whoever has none of their own. */
export type TeamTemplateVersion = Omit<TemplateVersion, 'audio'>;

export interface TeamTemplateStore {
  /** None as long as nothing was changed. */
  textsAt(at: Date): OwnTexts;
  latest(): TeamTemplateVersion | null;
  /** The newest first. */
  all(): readonly TeamTemplateVersion[];
  append(version: TeamTemplateVersion): void;
}

export interface TemplateStore {
  /** The version in force at a time; null as long as nothing was changed. */
  inForceAt(agentId: AgentId, at: Date): TemplateVersion | null;
  latest(agentId: AgentId): TemplateVersion | null;
  /** The newest first. */
  all(agentId: AgentId): readonly TemplateVersion[];
  append(agentId: AgentId, version: TemplateVersion): void;
}

export function createTemplateStore({ query }: Database): TemplateStore {
  const versions = () =>
    query
      .select({
        version: templateVersions.version,
        texts: templateVersions.texts,
        audio: templateVersions.audio,
        savedAt: templateVersions.savedAt,
        savedBy: templateVersions.savedBy,
      })
      .from(templateVersions);
  const ofAgent = eq(templateVersions.agentId, sql.placeholder('agentId'));
  const newestFirst = desc(templateVersions.version);
  const newest = versions().where(ofAgent).orderBy(newestFirst).limit(1).prepare();
  const every = versions().where(ofAgent).orderBy(newestFirst).prepare();
  const before = versions()
    .where(and(ofAgent, lte(templateVersions.savedAt, sql.placeholder('at'))))
    .orderBy(newestFirst)
    .limit(1)
    .prepare();

  return {
    latest: (agentId) => newest.get({ agentId }) ?? null,
    inForceAt: (agentId, at) => before.get({ agentId, at: at.getTime() }) ?? null,
    all: (agentId) => every.all({ agentId }),
    append(agentId, version) {
      query
        .insert(templateVersions)
        .values({ agentId, ...version })
        .run();
    },
  };
}

export function createTeamTemplateStore({ query }: Database): TeamTemplateStore {
  const versions = () => query.select().from(teamTemplateVersions);
  const newestFirst = desc(teamTemplateVersions.version);
  const newest = versions().orderBy(newestFirst).limit(1).prepare();
  const every = versions().orderBy(newestFirst).prepare();
  const before = versions()
    .where(lte(teamTemplateVersions.savedAt, sql.placeholder('at')))
    .orderBy(newestFirst)
    .limit(1)
    .prepare();

  return {
    textsAt: (at) => before.get({ at: at.getTime() })?.texts ?? {},
    latest: () => newest.get() ?? null,
    all: () => every.all(),
    append(version) {
      query.insert(teamTemplateVersions).values(version).run();
    },
  };
}
