import type { AgentStore } from '../agents/agent-store.ts';
import type { Viewer } from '../auth/visibility.ts';
import type { TeamFigures } from '../contract/figures.ts';
import type { Clock } from '../kernel/clock.ts';
import { figuresOf } from './agent-figures.ts';
import type { AgentFiguresStore } from './agent-figures-store.ts';
import type { CallFiguresStore } from './call-figures-store.ts';
import type { Span } from './spans.ts';

export interface AgentFiguresService {
  /** Everybody's for an admin, else the viewer's own. */
  of(viewer: Viewer, period: Span): TeamFigures;
}

interface AgentFiguresServiceOptions {
  readonly agents: Pick<AgentStore, 'all'>;
  readonly figures: AgentFiguresStore;
  readonly callFigures: CallFiguresStore;
  readonly clock: Clock;
}

export function createAgentFiguresService(options: AgentFiguresServiceOptions): AgentFiguresService {
  const { agents, figures, callFigures, clock } = options;
  return {
    of(viewer, period) {
      const now = clock.now();
      const shown = agents.all().filter(({ id }) => viewer.role === 'admin' || id === viewer.id);
      return {
        agents: shown.map(({ id, name }) => ({
          agentId: id,
          name,
          ...figuresOf(figures.factsOf(id, period, now), period, now),
        })),
        calls: viewer.role === 'admin' ? callFigures.of(period) : null,
      };
    },
  };
}
