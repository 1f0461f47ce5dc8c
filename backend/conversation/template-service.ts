import type { AgentService } from '../agents/agent-service.ts';
import type { AgentStore } from '../agents/agent-store.ts';
import type { Viewer } from '../auth/visibility.ts';
import type { CallRow } from '../calls/call-store.ts';
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
import { ChangedElsewhere } from '../kernel/changed-elsewhere.ts';
import type { Clock } from '../kernel/clock.ts';
import { Refusal } from '../kernel/errors.ts';
import { InvalidInput } from '../kernel/invalid-input.ts';
import { previewedCallee, sampleCallee, sampleConversation } from './preview-names.ts';
import type { PronunciationStore } from './pronunciation-store.ts';
import { audioStillTrue } from './template-audio.ts';
import { savedTextsEntries } from './template-audit.ts';
import { templateHistory } from './template-history.ts';
import { changedIn, setVersion, viewSet } from './template-set.ts';
import type {
  OwnTexts,
  TeamTemplateStore,
  TeamTemplateVersion,
  TemplateStore,
  TemplateVersion,
} from './template-store.ts';
import { type Names, previewTemplate } from './template-view.ts';
import { withDefaults } from './templates.ts';
import { knownKey, textProblems } from './text-problems.ts';

interface TemplateServiceOptions {
  readonly database: Pick<Database, 'transaction'>;
  readonly templates: TemplateStore;
  readonly teamTemplates: TeamTemplateStore;
  readonly pronunciations: PronunciationStore;
  /** Says what agents may not change themselves. */
  readonly profiles: Pick<AgentService, 'requireUnlocked'>;
  readonly agents: Pick<AgentStore, 'find' | 'nameOf'>;
  readonly customers: Pick<CustomerStore, 'find'>;
  readonly audit: AuditLog;
  readonly clock: Clock;
}

/** What the AI says when it speaks for an agent: the agent's own texts over the team's over the product's, version by version. */
export interface TemplateService {
  set(agentId: AgentId): TemplateSet;
  /**
   * Replaces the agent's own texts, which is noted in the audit log. Refuses with `not-allowed` what admins keep to themselves, with
   * `invalid-input` and the texts that must not be spoken, and with `changed-elsewhere` where a newer version than the edited one is there.
   */
  save(agentId: AgentId, edited: SaveTemplates, savedBy: AgentId): TemplateSet;
  /**
   * Of a text that is not saved. Refuses with `invalid-input` for a reply that does not exist, and with `not-found` for a customer of whom
   * the viewer may not know.
   */
  preview(agentId: AgentId, draft: PreviewTemplate, viewer: Viewer): TemplatePreview;
  /** Refuses with `invalid-input` for a reply that does not exist. */
  history(agentId: AgentId, key: string): TemplateHistory;
  /** What was in force when the call began. */
  ofCall(call: CallRow): TemplateSet;
}

export function createTemplateService(options: TemplateServiceOptions): TemplateService {
  const { database, templates, teamTemplates, agents, customers, audit, clock } = options;

  function namesOf(agentId: AgentId): Names {
    return {
      conversation: agents.find(agentId)?.settings.conversation ?? sampleConversation,
      pronunciations: options.pronunciations.of(agentId),
      callee: sampleCallee,
    };
  }

  const teamTexts = (): OwnTexts => teamTemplates.latest()?.texts ?? {};

  function view(
    agentId: AgentId,
    version: TemplateVersion | null,
    beneath: Pick<TeamTemplateVersion, 'version' | 'texts'> | null = teamTemplates.latest(),
  ): TemplateSet {
    const audio = version?.audio ?? {};
    return viewSet({ version, source: 'own', beneath, audio, names: namesOf(agentId) });
  }

  return {
    set: (agentId) => view(agentId, templates.latest(agentId)),
    save(agentId, { basedOn, texts }, savedBy) {
      if (savedBy === agentId) options.profiles.requireUnlocked(agentId, 'templates');
      const problems = textProblems(texts, namesOf(agentId));
      if (problems.length > 0) throw new InvalidInput([...problems]);
      return database.transaction(() => {
        const latest = templates.latest(agentId);
        if (setVersion(latest, teamTemplates.latest()) !== basedOn) {
          throw new ChangedElsewhere(view(agentId, latest));
        }
        const changed = changedIn(texts, teamTexts());
        const before = withDefaults(latest?.texts ?? {}, teamTexts());
        const after = withDefaults(changed, teamTexts());
        const audioBefore = latest?.audio ?? {};
        const audio = audioStillTrue(audioBefore, after);
        const saved = {
          version: (latest?.version ?? 0) + 1,
          texts: changed,
          audio,
          savedAt: clock.now(),
          savedBy,
        };
        templates.append(agentId, saved);
        const changes = { agentId, savedBy, before, after, audioBefore, audioAfter: audio };
        for (const entry of savedTextsEntries(changes)) audit.append(entry);
        return view(agentId, saved);
      });
    },
    preview: (agentId, { key, text, customerId }, viewer) =>
      previewTemplate(knownKey(key), text, {
        ...namesOf(agentId),
        callee: previewedCallee(customers, customerId, viewer),
      }),
    history: (agentId, key) =>
      templateHistory({
        key: knownKey(key),
        own: templates.all(agentId),
        team: teamTemplates.all(),
        nameOf: agents.nameOf,
      }),
    ofCall(call) {
      const agentId = call.speaksFor ?? call.startedBy ?? call.ownerId;
      if (agentId === null) throw new Refusal('not-found', 'nobody was spoken for');
      return view(agentId, templates.inForceAt(agentId, call.startedAt), {
        version: 0,
        texts: teamTemplates.textsAt(call.startedAt),
      });
    },
  };
}
