import { Hono } from 'hono';
import type { z } from 'zod';
import type { AgentStore } from '../agents/agent-store.ts';
import { agentParamSchema } from '../contract/agents.ts';
import type { AgentId } from '../contract/ids.ts';
import {
  previewTemplateSchema,
  saveTemplatesSchema,
  templateHistoryQuerySchema,
  templateHistorySchema,
  templatePreviewSchema,
  templateSetSchema,
} from '../contract/templates.ts';
import { endpoint } from '../http/endpoint.ts';
import type { ApiEnv } from '../http/identify.ts';
import { validated } from '../http/validated.ts';
import { Refusal } from '../kernel/errors.ts';
import type { TemplateService } from './template-service.ts';

interface ColleagueTemplateRoutesOptions {
  readonly templates: TemplateService;
  readonly agents: Pick<AgentStore, 'find'>;
}

/** `/agents/:agentId/templates`: what the AI says for anybody, for admins. */
export function colleagueTemplateRoutes({ templates, agents }: ColleagueTemplateRoutesOptions) {
  const known = (agentId: AgentId): AgentId => {
    if (agents.find(agentId) === null) throw new Refusal('not-found', 'There is no such agent.');
    return agentId;
  };
  return new Hono<ApiEnv>()
    .get('/:agentId/templates', describe('What the AI says for an agent', templateSetSchema), agent, (c) =>
      c.json(templates.set(known(c.req.valid('param').agentId))),
    )
    .put(
      '/:agentId/templates',
      describe('Set an agent’s own texts; what is left out falls back to the default', templateSetSchema),
      agent,
      validated('json', saveTemplatesSchema),
      (c) =>
        c.json(templates.save(known(c.req.valid('param').agentId), c.req.valid('json'), c.var.caller.id)),
    )
    .post(
      '/:agentId/templates/preview',
      describe('How a text would sound with an agent’s names', templatePreviewSchema),
      agent,
      validated('json', previewTemplateSchema),
      (c) =>
        c.json(templates.preview(known(c.req.valid('param').agentId), c.req.valid('json'), c.var.caller)),
    )
    .get(
      '/:agentId/templates/history',
      describe('What a reply of an agent’s said before, and who changed it', templateHistorySchema),
      agent,
      validated('query', templateHistoryQuerySchema),
      (c) => c.json(templates.history(known(c.req.valid('param').agentId), c.req.valid('query').key)),
    );
}

const agent = validated('param', agentParamSchema);

function describe(summary: string, schema: z.ZodType) {
  return endpoint({
    access: 'admin',
    tag: 'agents',
    summary,
    answer: { status: 200, schema },
    refusals: ['changed-elsewhere', 'not-found'],
  });
}
