import { z } from 'zod';
import { agentIdSchema } from './ids.ts';
import { instantSchema } from './vocabulary.ts';

/** What kind of thing was changed. */
export const auditSubjectSchema = z.enum([
  'customer',
  'phone-number',
  'import',
  'call',
  'recording',
  'campaign',
  'account',
  'team',
  'template',
  'history',
]);
export type AuditSubject = z.infer<typeof auditSubjectSchema>;

const factsSchema = z.record(z.string(), z.unknown()).nullable();

/** Somebody changed something, once. */
export const auditEntrySchema = z.object({
  id: z.int(),
  at: instantSchema,
  /** Null when the system acted by itself. */
  actor: z.object({ id: agentIdSchema, name: z.string() }).nullable(),
  /** The address that the actor's session came from. */
  origin: z.string().nullable(),
  /** An `AuditSubject`; of what a newer version wrote also another. */
  subject: z.string(),
  subjectId: z.string(),
  /** What the thing is called, where it has a name and is still there. */
  subjectName: z.string().nullable(),
  action: z.string(),
  before: factsSchema,
  after: factsSchema,
});

export type AuditEntry = z.infer<typeof auditEntrySchema>;

/** Pages by key, newest first: `before` is the `next` of the page before. */
export const auditQuerySchema = z.object({
  before: z.coerce.number().int().min(1).optional(),
  subject: z.string().min(1).max(40).optional(),
  subjectId: z.string().min(1).max(100).optional(),
  actor: agentIdSchema.optional(),
  action: z.string().min(1).max(40).optional(),
  from: instantSchema.optional(),
  until: instantSchema.optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type AuditQuery = z.infer<typeof auditQuerySchema>;
export const auditPageSchema = z.object({ entries: z.array(auditEntrySchema), next: z.int().nullable() });
export type AuditPage = z.infer<typeof auditPageSchema>;
