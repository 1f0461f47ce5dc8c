import type { z } from 'zod';
import type { AgentService } from '../agents/agent-service.ts';
import type { AgentId } from '../contract/ids.ts';
import type { pronunciationsSchema } from '../contract/speech.ts';
import type { Database } from '../db/database.ts';
import type { AuditLog } from '../journal/audit-log-store.ts';
import { InvalidInput } from '../kernel/invalid-input.ts';
import type { PronunciationStore } from './pronunciation-store.ts';

type Dictionary = z.infer<typeof pronunciationsSchema>;

/** An agent's dictionary of names. */
export interface PronunciationService {
  of(agentId: AgentId): Dictionary;
  /**
   * Noted in the audit log. Refuses with `invalid-input` a name that stands in it twice, with `not-allowed` where admins keep what the AI
   * says to themselves.
   */
  save(agentId: AgentId, dictionary: Dictionary): Dictionary;
}

interface PronunciationServiceOptions {
  readonly database: Pick<Database, 'transaction'>;
  readonly pronunciations: PronunciationStore;
  readonly profiles: Pick<AgentService, 'requireUnlocked'>;
  readonly audit: Pick<AuditLog, 'append'>;
}

export function createPronunciationService(options: PronunciationServiceOptions): PronunciationService {
  const { database, pronunciations: store, profiles, audit } = options;
  const of = (agentId: AgentId): Dictionary => ({ pronunciations: [...store.of(agentId)] });
  return {
    of,
    save(agentId, { pronunciations }) {
      profiles.requireUnlocked(agentId, 'templates');
      const names = pronunciations.map(({ written }) => written);
      const twice = names.flatMap((name, index) => (names.indexOf(name) < index ? [index] : []));
      if (twice.length > 0) {
        throw new InvalidInput(
          twice.map((index) => ({ path: `pronunciations.${index}.written`, problem: 'twice' })),
        );
      }
      return database.transaction(() => {
        const before = of(agentId);
        store.save(agentId, pronunciations);
        const after = of(agentId);
        const what = { subject: 'account', action: 'settings-changed' } as const;
        audit.append({ ...what, actorId: agentId, subjectId: agentId, before, after });
        return after;
      });
    },
  };
}
