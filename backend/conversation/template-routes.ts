import { Hono } from 'hono';
import type { AgentStore } from '../agents/agent-store.ts';
import type { CallPublisher } from '../calls/call-publisher.ts';
import type { CallStore } from '../calls/call-store.ts';
import { visibleCall } from '../calls/visible-call.ts';
import { callParamSchema } from '../contract/calls.ts';
import { pronunciationsSchema } from '../contract/speech.ts';
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
import type { PronunciationService } from './pronunciation-service.ts';
import type { TemplateService } from './template-service.ts';

export interface TemplateRoutesOptions {
  readonly templates: TemplateService;
  readonly pronunciations: PronunciationService;
  readonly agents: Pick<AgentStore, 'find'>;
  readonly calls: Pick<CallStore, 'find'>;
  readonly publisher: Pick<CallPublisher, 'audience'>;
}

/** `/agents/templates`, `/agents/pronunciations`: what the AI says when it speaks for you, and how it says names. */
export function speechRoutes({ templates, pronunciations }: TemplateRoutesOptions) {
  return new Hono<ApiEnv>()
    .get(
      '/templates',
      endpoint({
        access: 'signed-in',
        tag: 'agents',
        summary: 'What the AI says for you, with your names in place',
        answer: { status: 200, schema: templateSetSchema },
      }),
      (c) => c.json(templates.set(c.var.caller.id)),
    )
    .put(
      '/templates',
      endpoint({
        access: 'signed-in',
        tag: 'agents',
        summary: 'Set your own texts; what is left out falls back to the default',
        detail: 'Calls that have begun keep the texts that they began with.',
        answer: { status: 200, schema: templateSetSchema },
        refusals: ['changed-elsewhere', 'not-allowed'],
      }),
      validated('json', saveTemplatesSchema),
      (c) => c.json(templates.save(c.var.caller.id, c.req.valid('json'), c.var.caller.id)),
    )
    .post(
      '/templates/preview',
      endpoint({
        access: 'signed-in',
        tag: 'agents',
        summary: 'How a text would sound, how long it takes, and why it could not be saved',
        answer: { status: 200, schema: templatePreviewSchema },
        refusals: ['not-found'],
      }),
      validated('json', previewTemplateSchema),
      (c) => c.json(templates.preview(c.var.caller.id, c.req.valid('json'), c.var.caller)),
    )
    .get(
      '/templates/history',
      endpoint({
        access: 'signed-in',
        tag: 'agents',
        summary: 'What a reply of yours said before, and who changed it',
        answer: { status: 200, schema: templateHistorySchema },
      }),
      validated('query', templateHistoryQuerySchema),
      (c) => c.json(templates.history(c.var.caller.id, c.req.valid('query').key)),
    )
    .get(
      '/pronunciations',
      endpoint({
        access: 'signed-in',
        tag: 'agents',
        summary: 'How the AI says names when it speaks for you',
        answer: { status: 200, schema: pronunciationsSchema },
      }),
      (c) => c.json(pronunciations.of(c.var.caller.id)),
    )
    .put(
      '/pronunciations',
      endpoint({
        access: 'signed-in',
        tag: 'agents',
        summary: 'Set how the AI says names: in kana, and in Latin letters for calls held in English',
        answer: { status: 200, schema: pronunciationsSchema },
        refusals: ['not-allowed'],
      }),
      validated('json', pronunciationsSchema),
      (c) => c.json(pronunciations.save(c.var.caller.id, c.req.valid('json'))),
    );
}

/** `/calls/:callId/templates`: what was in force in a call. */
export function callTemplateRoutes({ templates, calls, publisher }: TemplateRoutesOptions) {
  return new Hono<ApiEnv>().get(
    '/:callId/templates',
    endpoint({
      access: 'signed-in',
      tag: 'calls',
      summary: 'The texts that were in force when the call began',
      answer: { status: 200, schema: templateSetSchema },
      refusals: ['not-found'],
    }),
    validated('param', callParamSchema),
    (c) =>
      c.json(templates.ofCall(visibleCall({ calls, publisher }, c.var.caller, c.req.valid('param').callId))),
  );
}
