import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import {
  customerFieldsSchema,
  customerStatusSchema,
  timeOfDaySchema,
} from '../../../backend/contract/customers.ts';
import { formatPhoneNumber } from '../../platform/phone-numbers.ts';
import { useAgents } from '../../platform/queries.ts';
import { timeOf } from './customer-draft.ts';
import type { CustomerField } from './customer-merge.ts';

interface FieldWords {
  readonly nameOf: (field: CustomerField) => string;
  /** Null when it is empty. */
  readonly valueOf: (field: CustomerField, value: unknown) => string | null;
}

/** The fields of a customer and what stands in them, as the audit log and the contract have it, in words. */
export function useFieldWords(): FieldWords {
  const { t } = useTranslation(['customer', 'vocabulary']);
  const agents = useAgents().data ?? [];
  const ownerOf = (id: unknown): string | null =>
    agents.find(({ agentId }) => agentId === id)?.name ?? textOf(id);

  return {
    nameOf: (field) => t(`field.${field}`),
    valueOf: (field, value) => {
      switch (field) {
        case 'status': {
          const status = customerStatusSchema.safeParse(value);
          return status.success ? t(`vocabulary:customerStatus.${status.data}`) : textOf(value);
        }
        case 'ownerId':
          return ownerOf(value);
        case 'phoneNumber':
        case 'otherNumbers':
          return textOf(
            z
              .array(z.string())
              .catch([String(value ?? '')])
              .parse(value)
              .map(formatPhoneNumber),
          );
        case 'bestTime': {
          const time = timeOfDaySchema.safeParse(value);
          return time.success ? `${timeOf(time.data.from)}–${timeOf(time.data.to)}` : null;
        }
        default:
          return textOf(value);
      }
    },
  };
}

/** What an entry of the audit log says of fields; it has other facts, too. */
export function knownFields(facts: Readonly<Record<string, unknown>> | null): readonly CustomerField[] {
  return customerFieldsSchema.keyof().options.filter((field) => facts !== null && field in facts);
}

function textOf(value: unknown): string | null {
  const text = Array.isArray(value) ? value.map(String).join(', ') : String(value ?? '');
  return text === '' ? null : text;
}
