import { Hono } from 'hono';
import { z } from 'zod';
import type { Viewer } from '../auth/visibility.ts';
import { callParamSchema } from '../contract/calls.ts';
import {
  acceptOfferSchema,
  declineOfferSchema,
  handoffSchema,
  offerParamSchema,
  offerSchema,
  requestHandoffSchema,
} from '../contract/handoffs.ts';
import type { AgentId, CallId, ClientId } from '../contract/ids.ts';
import type { Database } from '../db/database.ts';
import { endpoint } from '../http/endpoint.ts';
import type { ApiEnv } from '../http/identify.ts';
import { validated } from '../http/validated.ts';
import { Refusal } from '../kernel/errors.ts';
import type { HandoffRequests } from './handoff-requests.ts';
import type { OfferAnswers } from './offer-answers.ts';
import type { Transfers } from './transfers.ts';

export interface HandoffRoutesOptions {
  readonly database: Database;
  readonly requests: HandoffRequests;
  readonly offers: OfferAnswers;
  /** Refuses with `call-in-progress` to the only agent who talks with the customer. */
  readonly transfers: Transfers;
  readonly leave: (caller: Viewer, callId: CallId) => void;
  /** The console whose softphone is rung: the one that asks, unless its own is not there. */
  readonly reachableClient: (agentId: AgentId, preferred?: ClientId) => ClientId | null;
}

/** `/api/calls/:callId/handoff` and `/leave` */
export function handoffRoutes(options: Omit<HandoffRoutesOptions, 'offers' | 'transfers'>) {
  const { database, requests, leave, reachableClient } = options;
  return new Hono<ApiEnv>()
    .post(
      '/:callId/handoff',
      endpoint({
        access: 'signed-in',
        tag: 'calls',
        summary: 'Take the call from the AI, or offer it to a named colleague',
        answer: { status: 202, schema: handoffSchema },
        refusals: [
          'not-found',
          'call-over',
          'call-not-answered',
          'handoff-in-progress',
          'agent-not-reachable',
          'agent-on-a-call',
        ],
      }),
      validated('param', callParamSchema),
      validated('json', requestHandoffSchema),
      (c) => {
        const { caller } = c.var;
        const { callId } = c.req.valid('param');
        const { clientId: asking, toAgentId } = c.req.valid('json');
        const clientId = reachableClient(caller.id, asking);
        const handoff = database.transaction(() => {
          if (toAgentId !== undefined && toAgentId !== caller.id)
            return requests.offerTo(caller, callId, toAgentId);
          if (clientId === null) throw new Refusal('agent-not-reachable', 'your softphone is not connected');
          return requests.press(caller, callId, clientId);
        });
        return c.json(handoff, 202);
      },
    )
    .post(
      '/:callId/leave',
      endpoint({
        access: 'signed-in',
        tag: 'calls',
        summary:
          'Give up your standby, a call that you are dialling by hand, or one on which a colleague talks, too',
        answer: { status: 204, schema: null },
        refusals: ['call-in-progress'],
      }),
      validated('param', callParamSchema),
      (c) => {
        const { callId } = c.req.valid('param');
        database.transaction(() => leave(c.var.caller, callId));
        return c.body(null, 204);
      },
    );
}

const openOffersSchema = z.object({ offers: z.array(offerSchema) });

/** `/api/offers` */
export function offerRoutes({
  database,
  offers,
  reachableClient,
}: Omit<HandoffRoutesOptions, 'requests' | 'transfers' | 'leave'>) {
  return new Hono<ApiEnv>()
    .get(
      '/',
      endpoint({
        access: 'signed-in',
        tag: 'offers',
        summary: 'The calls you are being offered now',
        answer: { status: 200, schema: openOffersSchema },
      }),
      (c) => c.json({ offers: offers.openFor(c.var.caller.id) }),
    )
    .post(
      '/:offerId/accept',
      endpoint({
        access: 'signed-in',
        tag: 'offers',
        summary: 'Claim the call; your softphone joins it by itself',
        answer: { status: 200, schema: handoffSchema },
        refusals: ['not-found', 'offer-over', 'agent-not-reachable', 'agent-on-a-call'],
      }),
      validated('param', offerParamSchema),
      validated('json', acceptOfferSchema),
      (c) => {
        const { offerId } = c.req.valid('param');
        const { caller } = c.var;
        const clientId = reachableClient(caller.id, c.req.valid('json').clientId);
        if (clientId === null) throw new Refusal('agent-not-reachable', 'your softphone is not connected');
        return c.json(database.transaction(() => offers.accept(caller, offerId, clientId)));
      },
    )
    .post(
      '/:offerId/decline',
      endpoint({
        access: 'signed-in',
        tag: 'offers',
        summary: 'Let the call go to the next agent',
        answer: { status: 204, schema: null },
        refusals: ['not-found', 'offer-over'],
      }),
      validated('param', offerParamSchema),
      validated('json', declineOfferSchema),
      (c) => {
        const { offerId } = c.req.valid('param');
        database.transaction(() => offers.decline(c.var.caller, offerId, c.req.valid('json').reason));
        return c.body(null, 204);
      },
    );
}
