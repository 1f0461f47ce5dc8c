import { Hono } from 'hono';
import { z } from 'zod';
import {
  activeSayingQuerySchema,
  activeSayingSchema,
  callParamSchema,
  callRecordSchema,
  callSessionSchema,
  endCallSchema,
  historyPageSchema,
  historyQuerySchema,
  recordResultSchema,
  startCallSchema,
} from '../contract/calls.ts';
import { endpoint } from '../http/endpoint.ts';
import type { ApiEnv } from '../http/identify.ts';
import { validated } from '../http/validated.ts';
import type { CallCommands } from './call-commands.ts';
import type { CallQueries } from './call-queries.ts';
import type { StartCallVerb } from './call-start.ts';

export interface CallRoutesOptions {
  readonly start: StartCallVerb;
  readonly queries: CallQueries;
  readonly commands: CallCommands;
}

const activeCallsSchema = z.object({ calls: z.array(callSessionSchema) });

export function callRoutes({ start, queries, commands }: CallRoutesOptions) {
  return new Hono<ApiEnv>()
    .post(
      '/start',
      endpoint({
        access: 'signed-in',
        tag: 'calls',
        summary: 'Start a call to a customer, by the AI or by hand',
        answer: { status: 201, schema: callSessionSchema },
        refusals: [
          'not-found',
          'do-not-call',
          'outside-calling-hours',
          'call-already-open',
          'too-many-calls',
          'spending-cap-reached',
          'conversation-settings-missing',
          'agent-not-reachable',
          'agent-on-a-call',
        ],
      }),
      validated('json', startCallSchema),
      (c) => {
        const { customerId, mode, clientId } = c.req.valid('json');
        return c.json(start(c.var.caller, { customerId, mode, clientId: clientId ?? null }), 201);
      },
    )
    .get(
      '/active',
      endpoint({
        access: 'signed-in',
        tag: 'calls',
        summary: 'The calls in progress that you may see',
        answer: { status: 200, schema: activeCallsSchema },
      }),
      (c) => c.json({ calls: queries.active(c.var.caller) }),
    )
    .get(
      '/active/saying',
      endpoint({
        access: 'signed-in',
        tag: 'calls',
        summary: 'In which of the calls in progress that you may see the words were said',
        answer: { status: 200, schema: activeSayingSchema },
      }),
      validated('query', activeSayingQuerySchema),
      (c) => c.json({ callIds: queries.activeSaying(c.var.caller, c.req.valid('query').words) }),
    )
    .get(
      '/history',
      endpoint({
        access: 'signed-in',
        tag: 'calls',
        summary:
          'Past and present calls, newest first, page by page; filtered, and searched by customer and by words',
        answer: { status: 200, schema: historyPageSchema },
      }),
      validated('query', historyQuerySchema),
      (c) => {
        const { before, ...request } = c.req.valid('query');
        return c.json(queries.history(c.var.caller, { ...request, before: before ?? null }));
      },
    )
    .post(
      '/end',
      endpoint({
        access: 'signed-in',
        tag: 'calls',
        summary: 'Hang up on everybody in the call',
        answer: { status: 200, schema: callSessionSchema },
        refusals: ['not-found', 'not-allowed'],
      }),
      validated('json', endCallSchema),
      (c) => c.json(commands.end(c.var.caller, c.req.valid('json').callId)),
    )
    .get(
      '/:callId',
      endpoint({
        access: 'signed-in',
        tag: 'calls',
        summary: 'A call with its transcript and its handoffs',
        answer: { status: 200, schema: callRecordSchema },
        refusals: ['not-found'],
      }),
      validated('param', callParamSchema),
      (c) => c.json(queries.record(c.var.caller, c.req.valid('param').callId)),
    )
    .put(
      '/:callId/result',
      endpoint({
        access: 'signed-in',
        tag: 'calls',
        summary: 'Confirm or correct result, next action and note of a call that is over',
        detail:
          'What contradicts itself is `invalid-input`, with the field and what is wrong with it: a next action after a refusal, a time without an action or in the past, and what the block of the number forbids.',
        answer: { status: 200, schema: callSessionSchema },
        refusals: ['not-found', 'call-in-progress'],
      }),
      validated('param', callParamSchema),
      validated('json', recordResultSchema),
      (c) => c.json(commands.recordResult(c.var.caller, c.req.valid('param').callId, c.req.valid('json'))),
    );
}
