import { Hono } from 'hono';
import { callParamSchema, callSessionSchema } from '../contract/calls.ts';
import {
  beginTransferSchema,
  handoffSchema,
  holdCustomerSchema,
  settleTransferSchema,
} from '../contract/handoffs.ts';
import { endpoint } from '../http/endpoint.ts';
import type { ApiEnv } from '../http/identify.ts';
import { validated } from '../http/validated.ts';
import type { HandoffCommands } from './handoff-commands.ts';

/** `/api/calls/:callId/hold` and `/transfer`: for the agent who talks with the customer. */
export function transferRoutes({ commands }: { readonly commands: HandoffCommands }) {
  return new Hono<ApiEnv>()
    .put(
      '/:callId/hold',
      endpoint({
        access: 'signed-in',
        tag: 'calls',
        summary: 'Put the customer with whom you talk on hold, or take them back',
        answer: { status: 200, schema: callSessionSchema },
        refusals: ['not-found', 'not-allowed', 'call-over', 'handoff-in-progress'],
      }),
      validated('param', callParamSchema),
      validated('json', holdCustomerSchema),
      (c) => {
        const { callId } = c.req.valid('param');
        const { onHold } = c.req.valid('json');
        return c.json(commands.hold(c.var.caller, callId, onHold));
      },
    )
    .post(
      '/:callId/transfer',
      endpoint({
        access: 'signed-in',
        tag: 'calls',
        summary: 'Hand the customer with whom you talk to a colleague, at once or after a word with them',
        answer: { status: 202, schema: handoffSchema },
        refusals: [
          'not-found',
          'not-allowed',
          'call-over',
          'handoff-in-progress',
          'agent-not-reachable',
          'agent-on-a-call',
        ],
      }),
      validated('param', callParamSchema),
      validated('json', beginTransferSchema),
      (c) => {
        const { callId } = c.req.valid('param');
        return c.json(commands.beginTransfer(c.var.caller, callId, c.req.valid('json')), 202);
      },
    )
    .put(
      '/:callId/transfer',
      endpoint({
        access: 'signed-in',
        tag: 'calls',
        summary: 'Complete your warm transfer, let everybody talk, or take the customer back',
        answer: { status: 200, schema: handoffSchema },
        refusals: ['not-found', 'call-over', 'transfer-over', 'handoff-in-progress'],
      }),
      validated('param', callParamSchema),
      validated('json', settleTransferSchema),
      (c) => {
        const { callId } = c.req.valid('param');
        const { outcome } = c.req.valid('json');
        return c.json(commands.settleTransfer(c.var.caller, callId, outcome));
      },
    );
}
