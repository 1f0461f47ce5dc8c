import { Hono } from 'hono';
import type { z } from 'zod';
import {
  previewTemplateSchema,
  saveTemplatesSchema,
  templateHistoryQuerySchema,
  templateHistorySchema,
  templatePreviewSchema,
  templateSetSchema,
} from '../contract/templates.ts';
import { endpoint, type SignedInEnv } from '../http/endpoint.ts';
import { validated } from '../http/validated.ts';
import type { TeamTemplateService } from './team-template-service.ts';

/** `/team/templates`: what the AI says for whoever has no texts of their own. */
export function teamTemplateRoutes(templates: TeamTemplateService) {
  return new Hono<SignedInEnv>()
    .get('/templates', describe('What the AI says unless an agent changes it', templateSetSchema), (c) =>
      c.json(templates.set()),
    )
    .put(
      '/templates',
      describe('Set the team’s texts; what is left out falls back to the product’s', templateSetSchema),
      validated('json', saveTemplatesSchema),
      (c) => c.json(templates.save(c.req.valid('json'), c.var.caller.id)),
    )
    .post(
      '/templates/preview',
      describe('How a text would sound with the team’s names', templatePreviewSchema),
      validated('json', previewTemplateSchema),
      (c) => c.json(templates.preview(c.req.valid('json'), c.var.caller)),
    )
    .get(
      '/templates/history',
      describe('What a reply of the team’s said before, and who changed it', templateHistorySchema),
      validated('query', templateHistoryQuerySchema),
      (c) => c.json(templates.history(c.req.valid('query').key)),
    );
}

function describe(summary: string, schema: z.ZodType) {
  return endpoint({
    access: 'admin',
    tag: 'agents',
    summary,
    answer: { status: 200, schema },
    refusals: ['changed-elsewhere', 'not-found'],
  });
}
