import { Hono } from 'hono';
import { callParamSchema } from '../contract/calls.ts';
import {
  changeSupervisionSchema,
  startSupervisionSchema,
  supervisionSchema,
  supervisionsSchema,
} from '../contract/supervision.ts';
import { endpoint } from '../http/endpoint.ts';
import type { ApiEnv } from '../http/identify.ts';
import { validated } from '../http/validated.ts';
import type { SupervisionService } from './supervision-service.ts';

/** `/api/calls/:callId/supervision`, for admins */
export function supervisionRoutes(supervision: SupervisionService) {
  return new Hono<ApiEnv>()
    .post(
      '/:callId/supervision',
      endpoint({
        access: 'admin',
        tag: 'calls',
        summary: 'Listen to a call, whisper to its agent, talk with both, or take it over',
        answer: { status: 202, schema: supervisionSchema },
        refusals: [
          'not-found',
          'call-over',
          'call-not-answered',
          'call-supervised',
          'no-agent-talks',
          'agent-not-reachable',
          'agent-on-a-call',
        ],
      }),
      validated('param', callParamSchema),
      validated('json', startSupervisionSchema),
      (c) => c.json(supervision.start(c.var.caller, c.req.valid('param').callId, c.req.valid('json')), 202),
    )
    .put(
      '/:callId/supervision',
      endpoint({
        access: 'admin',
        tag: 'calls',
        summary: 'Choose anew who hears you on the call that you supervise, or take it over',
        answer: { status: 200, schema: supervisionSchema },
        refusals: ['supervision-over', 'no-agent-talks'],
      }),
      validated('param', callParamSchema),
      validated('json', changeSupervisionSchema),
      (c) => c.json(supervision.change(c.var.caller, c.req.valid('param').callId, c.req.valid('json').mode)),
    )
    .delete(
      '/:callId/supervision',
      endpoint({
        access: 'admin',
        tag: 'calls',
        summary: 'Leave the call that you supervise',
        answer: { status: 204, schema: null },
      }),
      validated('param', callParamSchema),
      (c) => {
        supervision.leave(c.var.caller, c.req.valid('param').callId);
        return c.body(null, 204);
      },
    );
}

/** `/api/supervisions` */
export function supervisionListRoutes(supervision: Pick<SupervisionService, 'visibleTo'>) {
  return new Hono<ApiEnv>().get(
    '/',
    endpoint({
      access: 'signed-in',
      tag: 'calls',
      summary: 'Who is on whose call as its supervisor, as far as you may know',
      answer: { status: 200, schema: supervisionsSchema },
    }),
    (c) => c.json({ supervisions: [...supervision.visibleTo(c.var.caller)] }),
  );
}
