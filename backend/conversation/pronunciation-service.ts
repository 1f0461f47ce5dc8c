import type { z } from 'zod';
import type { AgentService } from '../agents/agent-service.ts';
import type { AgentId } from '../contract/ids.ts';
import type { pronunciationsSchema } from '../contract/speech.ts';
import { InvalidInput } from '../kernel/invalid-input.ts';
import type { PronunciationStore } from './pronunciation-store.ts';

type Dictionary = z.infer<typeof pronunciationsSchema>;

/** An agent's dictionary of names. */
export interface PronunciationService {
  of(agentId: AgentId): Dictionary;
  /** Refuses with `invalid-input` a name that stands in it twice, with `not-allowed` where admins keep what the AI says to themselves. */
  save(agentId: AgentId, dictionary: Dictionary): Dictionary;
}

export function createPronunciationService(
  store: PronunciationStore,
  profiles: Pick<AgentService, 'requireUnlocked'>,
): PronunciationService {
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
      store.save(agentId, pronunciations);
      return of(agentId);
    },
  };
}
