import { Hono } from 'hono';
import { agentParamSchema } from '../contract/agents.ts';
import { figuresQuerySchema } from '../contract/figures.ts';
import { presenceLogSchema } from '../contract/presence-log.ts';
import { endpoint, type SignedInEnv } from '../http/endpoint.ts';
import { validated } from '../http/validated.ts';
import type { PresenceHistory } from './presence-history.ts';

const answer = { status: 200, schema: presenceLogSchema } as const;
const tag = 'agents';

/** `/agents/presence-log`, `/agents/:agentId/presence-log`: every change of somebody's presence, with who chose it and why. */
export function presenceLogRoutes(history: PresenceHistory) {
  return new Hono<SignedInEnv>()
    .get(
      '/presence-log',
      endpoint({ access: 'signed-in', tag, summary: 'Each change of your presence in a period', answer }),
      validated('query', figuresQuerySchema),
      (c) => {
        const { from, to } = c.req.valid('query');
        return c.json(history.of(c.var.caller.id, new Date(from), new Date(to)));
      },
    )
    .get(
      '/:agentId/presence-log',
      endpoint({
        access: 'admin',
        tag,
        summary: "Each change of an agent's presence in a period",
        answer,
        refusals: ['not-found'],
      }),
      validated('param', agentParamSchema),
      validated('query', figuresQuerySchema),
      (c) => {
        const { from, to } = c.req.valid('query');
        return c.json(history.of(c.req.valid('param').agentId, new Date(from), new Date(to)));
      },
    );
}
