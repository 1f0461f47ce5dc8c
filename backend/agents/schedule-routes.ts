import { Hono } from 'hono';
import { agentParamSchema, agentProfileSchema, setScheduleSchema } from '../contract/agents.ts';
import { endpoint, type SignedInEnv } from '../http/endpoint.ts';
import { validated } from '../http/validated.ts';
import type { AgentService } from './agent-service.ts';
import type { ScheduleService } from './schedule-service.ts';

/** `/agents/schedule`, `/agents/:agentId/schedule`: when somebody works. */
export function scheduleRoutes(
  schedules: ScheduleService,
  { requireUnlocked }: Pick<AgentService, 'requireUnlocked'>,
) {
  return new Hono<SignedInEnv>()
    .put(
      '/schedule',
      describe('signed-in', 'Set when you work: hours and breaks, time zone, holidays, leave'),
      validated('json', setScheduleSchema),
      (c) => {
        requireUnlocked(c.var.caller.id, 'schedule');
        return c.json(schedules.save(c.var.caller.id, c.var.caller.id, c.req.valid('json')));
      },
    )
    .put(
      '/:agentId/schedule',
      describe('admin', 'Set when an agent works'),
      validated('param', agentParamSchema),
      validated('json', setScheduleSchema),
      (c) => c.json(schedules.save(c.var.caller.id, c.req.valid('param').agentId, c.req.valid('json'))),
    );
}

function describe(access: 'signed-in' | 'admin', summary: string) {
  return endpoint({
    access,
    tag: 'agents',
    summary,
    answer: { status: 200, schema: agentProfileSchema },
    refusals: ['changed-elsewhere', access === 'admin' ? 'not-found' : 'not-allowed'],
  });
}
