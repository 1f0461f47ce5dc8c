import { Hono } from 'hono';
import { figuresQuerySchema, teamFiguresSchema } from '../contract/figures.ts';
import { endpoint, type SignedInEnv } from '../http/endpoint.ts';
import { validated } from '../http/validated.ts';
import type { AgentFiguresService } from './agent-figures-service.ts';

/** `/agents/figures` */
export function agentFiguresRoutes(figures: AgentFiguresService) {
  return new Hono<SignedInEnv>().get(
    '/figures',
    endpoint({
      access: 'signed-in',
      tag: 'agents',
      summary: 'What agents did in a period: offers, calls, times, results',
      detail: 'Of everybody for admins, else your own. Of what reaches over the ends, the part within.',
      answer: { status: 200, schema: teamFiguresSchema },
    }),
    validated('query', figuresQuerySchema),
    (c) => {
      const { from, to } = c.req.valid('query');
      return c.json(figures.of(c.var.caller, { from: new Date(from), to: new Date(to) }));
    },
  );
}
