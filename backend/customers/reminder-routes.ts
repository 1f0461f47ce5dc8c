import { Hono } from 'hono';
import { customerParamSchema } from '../contract/customers.ts';
import {
  addReminderSchema,
  moveReminderSchema,
  openReminderSchema,
  reminderParamSchema,
  remindersQuerySchema,
  remindersSchema,
} from '../contract/reminders.ts';
import { endpoint, type SignedInEnv } from '../http/endpoint.ts';
import { validated } from '../http/validated.ts';
import type { ReminderService } from './reminder-service.ts';

const signedIn = { access: 'signed-in', tag: 'customers' } as const;
const refusals = ['not-found', 'changed-elsewhere'] as const;

/** `/reminders`, and `/customers/:customerId/reminders` */
export function reminderRoutes(reminders: ReminderService) {
  return new Hono<SignedInEnv>()
    .get(
      '/reminders',
      endpoint({
        ...signedIn,
        summary: 'Who is to be called again, the one that is due first first',
        answer: { status: 200, schema: remindersSchema },
      }),
      validated('query', remindersQuerySchema),
      (c) => c.json(reminders.list(c.var.caller, c.req.valid('query'))),
    )
    .put(
      '/reminders/:reminderId',
      endpoint({
        ...signedIn,
        summary: 'Snooze a reminder: move it to another time',
        answer: { status: 200, schema: openReminderSchema },
        refusals,
      }),
      validated('param', reminderParamSchema),
      validated('json', moveReminderSchema),
      (c) => c.json(reminders.move(c.var.caller, c.req.valid('param').reminderId, c.req.valid('json'))),
    )
    .post(
      '/reminders/:reminderId/done',
      endpoint({
        ...signedIn,
        summary: 'Tick a reminder off',
        answer: { status: 200, schema: openReminderSchema },
        refusals,
      }),
      validated('param', reminderParamSchema),
      (c) => c.json(reminders.complete(c.var.caller, c.req.valid('param').reminderId)),
    )
    .delete(
      '/reminders/:reminderId/done',
      endpoint({
        ...signedIn,
        summary: 'Take back that a reminder was ticked off',
        answer: { status: 200, schema: openReminderSchema },
        refusals: ['not-found'],
      }),
      validated('param', reminderParamSchema),
      (c) => c.json(reminders.resume(c.var.caller, c.req.valid('param').reminderId)),
    )
    .post(
      '/customers/:customerId/reminders',
      endpoint({
        ...signedIn,
        summary: 'Have yourself reminded of a customer',
        answer: { status: 201, schema: openReminderSchema },
        refusals: ['not-found'],
      }),
      validated('param', customerParamSchema),
      validated('json', addReminderSchema),
      (c) => c.json(reminders.add(c.var.caller, c.req.valid('param').customerId, c.req.valid('json')), 201),
    );
}
