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

/** What is done to each kind of thing, and written down (requirement 5.3). */
export const auditedActions = {
  customer: [
    'added',
    'changed',
    'call-result',
    'personal-data-exported',
    'erased',
    'exported',
    'imported',
    'import-undone',
    'reminder-added',
    'reminder-moved',
    'reminder-done',
    'reminder-reopened',
  ],
  import: ['started', 'undone'],
  'phone-number': ['blocked', 'unblocked'],
  account: [
    'added',
    'changed',
    'link-issued',
    'password-set',
    'second-factor-on',
    'second-factor-off',
    'second-factor-reset',
    'backup-codes-made',
    'settings-changed',
    'presence-set',
  ],
  team: ['changed'],
  campaign: ['added', 'changed', 'removed', 'started', 'paused', 'resumed', 'stopped', 'finished'],
  recording: [
    'paused',
    'resumed',
    'stored',
    'lost',
    'sought-again',
    'played',
    'downloaded',
    'expired',
    'removed-at-carrier',
  ],
  call: [
    'supervision-started',
    'supervision-changed',
    'supervision-ended',
    'call-taken-over',
    'result-changed',
  ],
  history: ['exported'],
  template: ['audio-set', 'audio-removed'],
} as const satisfies Readonly<Record<AuditSubject, readonly string[]>>;

/** What may be done to a thing of this kind. */
export type AuditedAction<Subject extends AuditSubject = AuditSubject> =
  (typeof auditedActions)[Subject][number];

/** What stays of the facts about a customer, and of the number that an entry is about, once they are forgotten (docs/decisions/0044). */
export const erasedFactsSchema = z.object({ erased: z.literal(true) });
export const erasedSubjectId = 'erased';

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
  /** An `AuditedAction`; of what a newer version wrote also another. */
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
