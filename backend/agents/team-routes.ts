import { Hono } from 'hono';
import {
  agentParamSchema,
  agentProfileSchema,
  assignSettingsSchema,
  setNotificationsSchema,
  setPhoneSchema,
  setStatusSchema,
} from '../contract/agents.ts';
import { savedRoutingSchema, teamRoutingSchema, versionedDefaultsSchema } from '../contract/team.ts';
import { endpoint, type SignedInEnv } from '../http/endpoint.ts';
import { validated } from '../http/validated.ts';
import type { AgentService } from './agent-service.ts';
import type { TeamService } from './team-service.ts';

const admins = { access: 'admin', tag: 'agents' } as const;

/** `/team`: what is set for everybody. */
export function teamRoutes(team: TeamService) {
  const routing = { status: 200, schema: teamRoutingSchema } as const;
  const defaults = { status: 200, schema: versionedDefaultsSchema } as const;
  return new Hono<SignedInEnv>()
    .get('/routing', endpoint({ ...admins, summary: 'How calls are routed', answer: routing }), (c) =>
      c.json(team.routing()),
    )
    .put(
      '/routing',
      endpoint({
        ...admins,
        summary: 'Set strategy, skills, last step, escalation and times of routing',
        detail:
          'Holds for whoever is asked from now on; offers that are open keep their deadline. A skill keeps its `id` when it is renamed, and whoever has it keeps it; `skillsTaken` tells who has lost one that is no longer there.',
        answer: { status: 200, schema: savedRoutingSchema },
        refusals: ['changed-elsewhere'],
      }),
      validated('json', teamRoutingSchema),
      (c) => c.json(team.setRouting(c.var.caller.id, c.req.valid('json'))),
    )
    .get(
      '/defaults',
      endpoint({ ...admins, summary: 'What holds for whoever has nothing of their own', answer: defaults }),
      (c) => c.json(team.defaults()),
    )
    .put(
      '/defaults',
      endpoint({
        ...admins,
        summary: 'Set the defaults, and what agents may not change themselves',
        answer: defaults,
        refusals: ['changed-elsewhere'],
      }),
      validated('json', versionedDefaultsSchema),
      (c) => c.json(team.setDefaults(c.var.caller.id, c.req.valid('json'))),
    );
}

/** `/agents/:agentId`: what admins see and set of somebody. */
export function agentAdminRoutes(team: TeamService, agents: Pick<AgentService, 'profile'>) {
  const answer = { status: 200, schema: agentProfileSchema } as const;
  return new Hono<SignedInEnv>()
    .get(
      '/:agentId/profile',
      endpoint({ ...admins, summary: "An agent's profile and settings", answer, refusals: ['not-found'] }),
      validated('param', agentParamSchema),
      (c) => c.json(agents.profile(c.req.valid('param').agentId)),
    )
    .put(
      '/:agentId/settings',
      endpoint({
        ...admins,
        summary: "Set an agent's priority, concurrency, skills, caller number and conversation",
        detail: 'What is left out stays. `basedOn` is the version of the settings that was edited.',
        answer,
        refusals: ['not-found', 'changed-elsewhere', 'carrier-unavailable'],
      }),
      validated('param', agentParamSchema),
      validated('json', assignSettingsSchema),
      async (c) =>
        c.json(await team.assign(c.var.caller.id, c.req.valid('param').agentId, c.req.valid('json'))),
    )
    .put(
      '/:agentId/phone',
      endpoint({
        ...admins,
        summary: "Set an agent's own telephone, and when it is to be rung",
        detail: 'Another number is rung only once the agent has heard a code there and entered it.',
        answer,
        refusals: ['not-found', 'changed-elsewhere'],
      }),
      validated('param', agentParamSchema),
      validated('json', setPhoneSchema),
      (c) => c.json(team.setPhone(c.var.caller.id, c.req.valid('param').agentId, c.req.valid('json'))),
    )
    .put(
      '/:agentId/notifications',
      endpoint({
        ...admins,
        summary: 'Set how an agent is told of offers, on every computer of theirs',
        answer,
        refusals: ['not-found', 'changed-elsewhere'],
      }),
      validated('param', agentParamSchema),
      validated('json', setNotificationsSchema),
      (c) =>
        c.json(team.setNotifications(c.var.caller.id, c.req.valid('param').agentId, c.req.valid('json'))),
    )
    .put(
      '/:agentId/status',
      endpoint({
        ...admins,
        summary: 'Make an agent available, busy or offline',
        answer,
        refusals: ['not-found'],
      }),
      validated('param', agentParamSchema),
      validated('json', setStatusSchema),
      (c) => c.json(team.setStatus(c.var.caller.id, c.req.valid('param').agentId, c.req.valid('json'))),
    );
}
