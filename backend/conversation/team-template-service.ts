import type { AgentStore } from '../agents/agent-store.ts';
import type { Viewer } from '../auth/visibility.ts';
import type { AgentId } from '../contract/ids.ts';
import type {
  PreviewTemplate,
  SaveTemplates,
  TemplateHistory,
  TemplatePreview,
  TemplateSet,
} from '../contract/templates.ts';
import type { CustomerStore } from '../customers/customer-store.ts';
import type { Database } from '../db/database.ts';
import type { AuditLog } from '../journal/audit-log-store.ts';
import type { EventLog } from '../journal/event-log-store.ts';
import { ChangedElsewhere } from '../kernel/changed-elsewhere.ts';
import type { Clock } from '../kernel/clock.ts';
import { InvalidInput } from '../kernel/invalid-input.ts';
import { previewedCallee, sampleCallee, sampleConversation } from './preview-names.ts';
import { templateHistory } from './template-history.ts';
import { changedIn, viewSet } from './template-set.ts';
import type { TeamTemplateStore, TeamTemplateVersion } from './template-store.ts';
import { type Names, previewTemplate } from './template-view.ts';
import { knownKey, textProblems } from './text-problems.ts';

/** What the AI says for whoever has no texts of their own, version by version. */
export interface TeamTemplateService {
  set(): TemplateSet;
  /**
   * Replaces the team's texts. Refuses with `invalid-input` and the texts that must not be spoken, and with `changed-elsewhere` where a newer
   * version than the edited one is there.
   */
  save(edited: SaveTemplates, savedBy: AgentId): TemplateSet;
  /** Of a text that is not saved, with the team's names. Refuses as the preview of an agent's text does. */
  preview(draft: PreviewTemplate, viewer: Viewer): TemplatePreview;
  /** Refuses with `invalid-input` for a reply that does not exist. */
  history(key: string): TemplateHistory;
}

interface TeamTemplateServiceOptions {
  readonly database: Pick<Database, 'transaction'>;
  readonly teamTemplates: TeamTemplateStore;
  readonly agents: Pick<AgentStore, 'team' | 'nameOf'>;
  readonly customers: Pick<CustomerStore, 'find'>;
  readonly audit: AuditLog;
  readonly events: EventLog;
  readonly clock: Clock;
}

export function createTeamTemplateService(options: TeamTemplateServiceOptions): TeamTemplateService {
  const { database, teamTemplates, agents, customers, audit, events, clock } = options;

  const names = (): Names => ({
    conversation: agents.team().conversation ?? sampleConversation,
    pronunciations: [],
    callee: sampleCallee,
  });

  const view = (version: TeamTemplateVersion | null): TemplateSet =>
    viewSet({ version, source: 'team', beneath: null, audio: {}, names: names() });

  return {
    set: () => view(teamTemplates.latest()),
    save({ basedOn, texts }, savedBy) {
      const problems = textProblems(texts, names());
      if (problems.length > 0) throw new InvalidInput([...problems]);
      return database.transaction(() => {
        const latest = teamTemplates.latest();
        const version = latest?.version ?? 0;
        if (version !== basedOn) throw new ChangedElsewhere(view(latest));
        const saved = { version: version + 1, texts: changedIn(texts, {}), savedAt: clock.now(), savedBy };
        teamTemplates.append(saved);
        events.append({ type: 'settings-changed', agentId: null }, null);
        audit.append({
          subject: 'team',
          action: 'changed',
          subjectId: 'templates',
          actorId: savedBy,
          before: latest?.texts ?? {},
          after: saved.texts,
        });
        return view(saved);
      });
    },
    preview: ({ key, text, customerId }, viewer) =>
      previewTemplate(knownKey(key), text, {
        ...names(),
        callee: previewedCallee(customers, customerId, viewer),
      }),
    history: (key) =>
      templateHistory({ key: knownKey(key), own: [], team: teamTemplates.all(), nameOf: agents.nameOf }),
  };
}
