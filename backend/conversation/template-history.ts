import type { AgentId } from '../contract/ids.ts';
import type { TemplateHistory } from '../contract/templates.ts';
import { DEFAULT_TEMPLATES } from './default-templates.ts';
import type { TeamTemplateVersion } from './template-store.ts';
import type { TemplateKey } from './templates.ts';

interface HistoryOptions {
  readonly key: TemplateKey;
  /** The agent's, none for the team's own history. In any order, as the team's. */
  readonly own: readonly TeamTemplateVersion[];
  readonly team: readonly TeamTemplateVersion[];
  readonly nameOf: (agentId: AgentId) => string;
}

/** What one reply said, from the product's text on, whoever changed it: the agent, or the team while they had none of their own. */
export function templateHistory({ key, own, team, nameOf }: HistoryOptions): TemplateHistory {
  const entries: HistoryEntry[] = [original(key)];
  const saved = [
    ...team.map((version) => ({ of: 'team' as const, version })),
    ...own.map((version) => ({ of: 'own' as const, version })),
  ].sort(
    ({ version: a }, { version: b }) => a.savedAt.getTime() - b.savedAt.getTime() || a.version - b.version,
  );
  const said: { team?: string | undefined; own?: string | undefined } = {};
  for (const { of, version } of saved) {
    said[of] = version.texts[key];
    const { savedBy } = version;
    entries.unshift({
      version: version.version,
      savedAt: version.savedAt.toISOString(),
      savedBy: savedBy === null ? null : { id: savedBy, name: nameOf(savedBy) },
      ...inForce(key, said),
    });
  }
  return { entries: changesOf(entries) };
}

type HistoryEntry = TemplateHistory['entries'][number];

function original(key: TemplateKey): HistoryEntry {
  return { version: 0, savedAt: null, savedBy: null, text: DEFAULT_TEMPLATES[key], source: 'product' };
}

function inForce(
  key: TemplateKey,
  { own, team }: { readonly own?: string | undefined; readonly team?: string | undefined },
): Pick<HistoryEntry, 'text' | 'source'> {
  if (own !== undefined) return { text: own, source: 'own' };
  if (team !== undefined) return { text: team, source: 'team' };
  return { text: DEFAULT_TEMPLATES[key], source: 'product' };
}

/** Newest first: a version counts where it says something else than the one before it. */
function changesOf(entries: readonly HistoryEntry[]): HistoryEntry[] {
  return entries.filter((entry, index) => entry.text !== entries[index + 1]?.text);
}
