import { Hono } from 'hono';
import { auditPageSchema, auditQuerySchema } from '../contract/audit.ts';
import { endpoint, type SignedInEnv } from '../http/endpoint.ts';
import { validated } from '../http/validated.ts';
import type { AuditTrail } from './audit-trail.ts';

/** `/audit` */
export function auditTrailRoutes(trail: AuditTrail) {
  return new Hono<SignedInEnv>().get(
    '/',
    endpoint({
      access: 'admin',
      tag: 'users',
      summary: 'Who changed what, when, from what to what, from where; newest first',
      detail: 'With `subject` and `subjectId` the history of one record.',
      answer: { status: 200, schema: auditPageSchema },
    }),
    validated('query', auditQuerySchema),
    (c) => c.json(trail(c.req.valid('query'))),
  );
}
