import { Hono } from 'hono';
import { z } from 'zod';
import { statusSeenBy } from '../auth/visibility.ts';
import {
  agentProfileSchema,
  agentStatusSchema,
  saveConversationSchema,
  setAbsenceSchema,
  setNotificationsSchema,
  setPhoneSchema,
  setStatusSchema,
} from '../contract/agents.ts';
import type { ErrorCode } from '../contract/errors.ts';
import { endpoint, type SignedInEnv } from '../http/endpoint.ts';
import { validated } from '../http/validated.ts';
import type { AgentService } from './agent-service.ts';
import type { PresenceService } from './presence-service.ts';

const agentsSchema = z.object({ agents: z.array(agentStatusSchema) });

/** `/agents`: everybody's availability; one's own profile and settings. */
export function agentRoutes(agents: AgentService, presence: PresenceService) {
  return new Hono<SignedInEnv>()
    .get('/', describe('Everybody and whether they can be reached', agentsSchema), (c) =>
      c.json({ agents: presence.all().map((status) => statusSeenBy(c.var.caller, status)) }),
    )
    .get('/profile', describe('Your own profile and settings', agentProfileSchema), (c) =>
      c.json(agents.profile(c.var.caller.id)),
    )
    .put(
      '/phone',
      describe(
        'Set the telephone number that reaches you without the app, and when it is to be rung',
        agentProfileSchema,
        ['not-allowed', 'changed-elsewhere'],
      ),
      validated('json', setPhoneSchema),
      (c) => c.json(agents.setPhone(c.var.caller.id, c.req.valid('json'))),
    )
    .put(
      '/conversation',
      describe('Set what the AI says of your company, service and department', agentProfileSchema, [
        'not-allowed',
        'changed-elsewhere',
      ]),
      validated('json', saveConversationSchema),
      (c) => c.json(agents.setConversation(c.var.caller.id, c.req.valid('json'))),
    )
    .put(
      '/notifications',
      describe('Set how you are told of offers, on every computer of yours', agentProfileSchema, [
        'changed-elsewhere',
      ]),
      validated('json', setNotificationsSchema),
      (c) => c.json(agents.setNotifications(c.var.caller.id, c.req.valid('json'))),
    )
    .put(
      '/status',
      describe('Choose to be available, busy or offline', agentProfileSchema),
      validated('json', setStatusSchema),
      (c) => c.json(agents.setStatus(c.var.caller.id, c.req.valid('json'))),
    )
    .put(
      '/absence',
      describe(
        'Tell that nobody sits at your computer, or, with null, that you do again',
        agentProfileSchema,
      ),
      validated('json', setAbsenceSchema),
      (c) => c.json(agents.setAbsence(c.var.caller.id, c.req.valid('json'))),
    )
    .post(
      '/wrap-up/extend',
      describe('Take a minute longer to wrap up your last call', agentProfileSchema, ['changed-elsewhere']),
      (c) => c.json(agents.extendWrapUp(c.var.caller.id)),
    )
    .post(
      '/wrap-up/finish',
      describe('Be done with your last call, as you were before it', agentProfileSchema),
      (c) => c.json(agents.finishWrapUp(c.var.caller.id)),
    );
}

function describe(summary: string, schema: z.ZodType, refusals: readonly ErrorCode[] = []) {
  return endpoint({ access: 'signed-in', tag: 'agents', summary, answer: { status: 200, schema }, refusals });
}
