import type { AgentStore } from '../agents/agent-store.ts';
import type { CallRow } from '../calls/call-store.ts';
import type { ConversationSettings } from '../contract/agents.ts';
import type { AgentId } from '../contract/ids.ts';
import type {
  PreviewTemplate,
  SaveTemplates,
  TemplatePreview,
  TemplateProblem,
  TemplateSet,
} from '../contract/templates.ts';
import type { Database } from '../db/database.ts';
import type { AuditEntry, AuditLog } from '../journal/audit-log-store.ts';
import type { Clock } from '../kernel/clock.ts';
import { Refusal } from '../kernel/errors.ts';
import { type InvalidFields, InvalidInput } from '../kernel/invalid-input.ts';
import { DEFAULT_TEMPLATES } from './default-templates.ts';
import type { PronunciationStore } from './pronunciation-store.ts';
import { audioStillTrue, mediaOf, templateSubject } from './template-audio.ts';
import type { OwnTexts, TemplateStore, TemplateVersion } from './template-store.ts';
import { type Names, previewTemplate, viewTemplate } from './template-view.ts';
import { isTemplateKey, TEMPLATE_KEYS, type TemplateKey } from './templates.ts';

interface TemplateServiceOptions {
  readonly database: Pick<Database, 'transaction'>;
  readonly templates: TemplateStore;
  readonly pronunciations: PronunciationStore;
  readonly agents: Pick<AgentStore, 'find'>;
  readonly audit: AuditLog;
  readonly clock: Clock;
}

/** What the AI says when it speaks for an agent: the agent's own texts over the defaults, version by version. */
export interface TemplateService {
  set(agentId: AgentId): TemplateSet;
  /**
   * Replaces the agent's own texts. Refuses with `invalid-input` and the texts that must not be spoken, and with `changed-elsewhere` where
   * a newer version than the edited one is there.
   */
  save(agentId: AgentId, edited: SaveTemplates): TemplateSet;
  /** Of a text that is not saved. Refuses with `invalid-input` for a reply that does not exist. */
  preview(agentId: AgentId, draft: PreviewTemplate): TemplatePreview;
  /** What was in force when the call began. */
  ofCall(call: CallRow): TemplateSet;
}

/** For whoever has not said yet who is calling. */
const SAMPLE: ConversationSettings = {
  myCompanyName: '株式会社見本',
  myServiceName: '見本サービス',
  myRepresentativeName: '見本',
  calleeDepartment: '総務部',
  serviceDescription: '日々の業務を、ひとつの画面でまとめるサービス',
};

export function createTemplateService(options: TemplateServiceOptions): TemplateService {
  const { database, templates, agents, audit, clock } = options;

  function namesOf(agentId: AgentId): Names {
    return {
      conversation: agents.find(agentId)?.settings.conversation ?? SAMPLE,
      pronunciations: options.pronunciations.of(agentId),
      callee: { department: null },
    };
  }

  function view(agentId: AgentId, version: TemplateVersion | null): TemplateSet {
    const names = namesOf(agentId);
    return {
      version: version?.version ?? 0,
      savedAt: version?.savedAt.toISOString() ?? null,
      templates: TEMPLATE_KEYS.map((key) => viewTemplate(key, ownReply(key, version), names)),
    };
  }

  return {
    set: (agentId) => view(agentId, templates.latest(agentId)),
    save(agentId, { basedOn, texts }) {
      const problems = problemsOf(texts, namesOf(agentId));
      if (problems.length > 0) throw new InvalidInput([...problems]);
      return database.transaction(() => {
        const latest = templates.latest(agentId);
        const version = latest?.version ?? 0;
        if (version !== basedOn) {
          throw new Refusal('changed-elsewhere', 'The texts were changed somewhere else meanwhile.');
        }
        const changed = changedIn(texts);
        const audio = audioStillTrue(latest?.audio ?? {}, changed);
        const saved = { version: version + 1, texts: changed, audio, savedAt: clock.now() };
        templates.append(agentId, saved);
        for (const entry of silenced(agentId, latest?.audio ?? {}, audio)) audit.append(entry);
        return view(agentId, saved);
      });
    },
    preview(agentId, { key, text }) {
      if (!isTemplateKey(key)) throw new InvalidInput([{ path: 'key', problem: 'unknown-template' }]);
      return previewTemplate(key, text, namesOf(agentId));
    },
    ofCall(call) {
      const agentId = call.speaksFor ?? call.startedBy ?? call.ownerId;
      if (agentId === null) throw new Refusal('not-found', 'nobody was spoken for');
      return view(agentId, templates.inForceAt(agentId, call.startedAt));
    },
  };
}

/** For the audit: the files that a changed text has put out of force. */
function silenced(
  agentId: AgentId,
  before: TemplateVersion['audio'],
  after: TemplateVersion['audio'],
): readonly AuditEntry[] {
  const gone = Object.entries(before).filter(([key]) => after[key] === undefined);
  return gone.map(([key, audio]) => ({
    actorId: agentId,
    subject: 'template',
    subjectId: templateSubject(agentId, key),
    action: 'audio-removed',
    before: { ...audio },
    after: null,
  }));
}

function ownReply(key: TemplateKey, version: TemplateVersion | null) {
  const audio = version?.audio[key];
  return {
    text: version?.texts[key] ?? null,
    audio: audio === undefined ? null : { media: mediaOf(audio.file), seconds: audio.milliseconds / 1_000 },
  };
}

function problemsOf(texts: OwnTexts, names: Names): InvalidFields {
  return Object.entries(texts).flatMap(([key, text]) => {
    const path = `texts.${key}`;
    if (!isTemplateKey(key)) return [{ path, problem: 'unknown-template' }];
    return previewTemplate(key, text, names).problems.map((problem) => ({ path, problem: inWords(problem) }));
  });
}

/** As a field's problem is written. */
function inWords(problem: TemplateProblem): string {
  switch (problem.type) {
    case 'empty':
    case 'stray-braces':
      return problem.type;
    case 'unknown-variable':
    case 'missing-variable':
      return `${problem.type}: ${problem.name}`;
    case 'too-long':
      return `${problem.type}: ${problem.seconds} s of at most ${problem.most} s`;
  }
}

/** A text that is the default stays the default, also when that is improved one day. */
function changedIn(texts: OwnTexts): OwnTexts {
  return Object.fromEntries(
    Object.entries(texts).filter(([key, text]) => isTemplateKey(key) && text !== DEFAULT_TEMPLATES[key]),
  );
}
