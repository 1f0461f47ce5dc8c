import { z } from 'zod';
import type { AuditEntry } from '../../../backend/contract/audit.ts';
import { auditSubjectSchema } from '../../../backend/contract/audit.ts';
import { agentIdSchema } from '../../../backend/contract/ids.ts';
import { addressQuery } from '../../platform/address-query.ts';
import { type ChosenPeriod, periodFrom, writtenPeriod } from '../../platform/chosen-period.ts';

/** What the list is narrowed down to, as the address of the screen says it. */
export interface AuditPlace {
  readonly subject?: string | undefined;
  readonly subjectId?: string | undefined;
  readonly actor?: z.infer<typeof agentIdSchema> | undefined;
  readonly period: ChosenPeriod | null;
}

const placeSchema = z.object({
  subject: auditSubjectSchema.optional().catch(undefined),
  subjectId: z.string().min(1).max(100).optional().catch(undefined),
  actor: agentIdSchema.optional().catch(undefined),
  period: z.string().optional(),
});

export function auditPlaceFrom(search: string): AuditPlace {
  const { period, ...place } = placeSchema.parse(Object.fromEntries(new URLSearchParams(search)));
  return { ...place, period: periodFrom(period) };
}

export function auditAddress({ period, ...place }: AuditPlace): string {
  return `/audit${addressQuery({ ...place, period: period === null ? null : writtenPeriod(period) })}`;
}

/** Where what was changed is to be seen; null when it has no page. */
export function recordPlaceOf({ subject, subjectId, after }: AuditEntry): string | null {
  const known = auditSubjectSchema.safeParse(subject).data;
  if (known === undefined) return null;
  switch (known) {
    case 'customer':
      return `/customers/${subjectId}`;
    case 'phone-number':
      return `/customers/do-not-call${addressQuery({ search: subjectId })}`;
    case 'import':
      return `/customers/imports/${subjectId}`;
    case 'call':
      return `/history/${subjectId}`;
    case 'recording': {
      const callId = z.string().safeParse(after?.['callId']).data;
      return callId === undefined ? null : `/history/${callId}`;
    }
    case 'campaign':
      return `/campaigns/${subjectId}`;
    case 'account':
      return '/settings/users';
    case 'team':
      return subjectId === 'templates' ? '/settings/templates' : '/settings/team';
    case 'template':
      return '/settings/templates';
    case 'history':
      return '/history';
  }
}
