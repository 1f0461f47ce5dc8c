import type { AgentId } from '../contract/ids.ts';
import type { AuditEntry } from '../journal/audit-log-store.ts';
import { templateSubject } from './template-audio.ts';
import type { TemplateVersion } from './template-store.ts';
import { TEMPLATE_KEYS, type Templates } from './templates.ts';

interface SavedTexts {
  readonly agentId: AgentId;
  /** They themselves, or an admin. */
  readonly savedBy: AgentId;
  /** What is said, the team's and the product's texts included. */
  readonly before: Templates;
  readonly after: Templates;
  readonly audioBefore: TemplateVersion['audio'];
  readonly audioAfter: TemplateVersion['audio'];
}

/** For the audit: the texts that now say something else, and the files that this has put out of force. */
export function savedTextsEntries(saved: SavedTexts): readonly AuditEntry[] {
  return [...changedTexts(saved), ...silenced(saved)];
}

function changedTexts({ agentId, savedBy, before, after }: SavedTexts): readonly AuditEntry[] {
  const changed = TEMPLATE_KEYS.filter((key) => before[key] !== after[key]);
  if (changed.length === 0) return [];
  const facts = (texts: Templates) => ({
    templates: Object.fromEntries(changed.map((key) => [key, texts[key]])),
  });
  return [
    {
      actorId: savedBy,
      subject: 'account',
      subjectId: agentId,
      action: 'settings-changed',
      before: facts(before),
      after: facts(after),
    },
  ];
}

function silenced({ agentId, savedBy, audioBefore, audioAfter }: SavedTexts): readonly AuditEntry[] {
  const gone = Object.entries(audioBefore).filter(([key]) => audioAfter[key] === undefined);
  return gone.map(([key, audio]) => ({
    actorId: savedBy,
    subject: 'template',
    subjectId: templateSubject(agentId, key),
    action: 'audio-removed',
    before: { ...audio },
    after: null,
  }));
}
