import { Hono } from 'hono';
import { z } from 'zod';
import { callParamSchema } from '../contract/calls.ts';
import {
  acceptOfferSchema,
  declineOfferSchema,
  handoffSchema,
  offerParamSchema,
  offerSchema,
  requestHandoffSchema,
} from '../contract/handoffs.ts';
import { endpoint } from '../http/endpoint.ts';
import type { ApiEnv } from '../http/identify.ts';
import { validated } from '../http/validated.ts';
import type { HandoffCommands } from './handoff-commands.ts';
import type { OfferAnswers } from './offer-answers.ts';

export interface HandoffRoutesOptions {
  readonly commands: HandoffCommands;
  readonly offers: Pick<OfferAnswers, 'openFor'>;
}

/** `/api/calls/:callId/handoff` and `/leave` */
export function handoffRoutes({ commands }: Pick<HandoffRoutesOptions, 'commands'>) {
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
        const { callId } = c.req.valid('param');
        return c.json(commands.request(c.var.caller, callId, c.req.valid('json')), 202);
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
        commands.leave(c.var.caller, c.req.valid('param').callId);
        return c.body(null, 204);
      },
    );
}

const openOffersSchema = z.object({ offers: z.array(offerSchema) });

/** `/api/offers` */
export function offerRoutes({ commands, offers }: HandoffRoutesOptions) {
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
        return c.json(commands.accept(c.var.caller, offerId, c.req.valid('json').clientId));
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
        commands.decline(c.var.caller, offerId, c.req.valid('json').reason);
        return c.body(null, 204);
      },
    );
}
