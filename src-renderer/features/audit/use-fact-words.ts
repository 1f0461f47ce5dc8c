import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { lockableFieldSchema } from '../../../backend/contract/agents.ts';
import { campaignStateSchema } from '../../../backend/contract/campaigns.ts';
import { customerFieldsSchema, customerStatusSchema } from '../../../backend/contract/customers.ts';
import { blockSourceSchema } from '../../../backend/contract/do-not-call.ts';
import { supervisionModeSchema } from '../../../backend/contract/supervision.ts';
import {
  busyReasonSchema,
  callResultSchema,
  instantSchema,
  presenceSchema,
  resultReasonSchema,
  roleSchema,
} from '../../../backend/contract/vocabulary.ts';
import { formatPhoneNumber } from '../../platform/phone-numbers.ts';
import { usePlatform } from '../../platform/platform-context.ts';
import { useAgents } from '../../platform/queries.ts';
import { formatDay } from '../../platform/times.ts';
import { useLanguage } from '../../platform/use-language.ts';
import type { FactChange } from './fact-changes.ts';
import { factNameSchema } from './known-facts.ts';

interface FactWords {
  readonly nameOf: (path: FactChange['path']) => string;
  /** `path` says what kind of value it is. */
  readonly valueOf: (path: FactChange['path'], value: unknown) => string;
}

const customerFieldSchema = customerFieldsSchema.keyof();

/** What the log says of things, in words; what it calls by a name that is unknown here is shown by that name. */
export function useFactWords(): FactWords {
  const { t } = useTranslation(['audit', 'customer']);
  const plain = usePlainWords();
  const coded = useCodedWords();

  const nameOfKey = (key: string): string => {
    const fact = factNameSchema.safeParse(key);
    if (fact.success) return t(`fact.${fact.data}`);
    const field = customerFieldSchema.safeParse(key);
    return field.success ? t(`customer:field.${field.data}`) : key;
  };
  const wordsOf = (path: FactChange['path'], value: unknown): string => {
    if (value === null || value === undefined || value === '') return t('nothing');
    if (Array.isArray(value)) {
      return value.length === 0 ? t('nothing') : value.map((one) => wordsOf(path, one)).join(t('between'));
    }
    if (typeof value === 'object') {
      const parts = Object.entries(value).map(
        ([key, part]) => `${nameOfKey(key)} ${wordsOf([...path, key], part)}`,
      );
      return parts.join(' ');
    }
    return coded(path.at(-1) ?? '', value) ?? plain(path, value);
  };
  return { nameOf: (path) => path.map(nameOfKey).join(t('inside')), valueOf: wordsOf };
}

/** Values that are one of a few, by the name under which they are kept. */
function useCodedWords(): (key: string, value: unknown) => string | null {
  const { t } = useTranslation(['vocabulary', 'audit', 'campaigns', 'doNotCall', 'supervision']);
  return (key, value) => {
    switch (key) {
      case 'status': {
        const status = customerStatusSchema.safeParse(value).data;
        return status === undefined ? null : t(`customerStatus.${status}`);
      }
      case 'result': {
        const result = callResultSchema.safeParse(value).data;
        return result === undefined ? null : t(`result.${result}`);
      }
      case 'resultReason': {
        const reason = resultReasonSchema.safeParse(value).data;
        return reason === undefined ? null : t(`resultReason.${reason}`);
      }
      case 'role': {
        const role = roleSchema.safeParse(value).data;
        return role === undefined ? null : t(`role.${role}`);
      }
      case 'source': {
        const source = blockSourceSchema.safeParse(value).data;
        return source === undefined ? null : t(`doNotCall:sourceIs.${source}`);
      }
      case 'reason': {
        const reason = blockReasonSchema.safeParse(value).data;
        return reason === undefined ? null : t(`doNotCall:reason.${reason}`);
      }
      case 'presence': {
        const presence = presenceSchema.safeParse(value).data;
        return presence === undefined ? null : t(`presence.${presence}`);
      }
      case 'busyReason': {
        const reason = busyReasonSchema.safeParse(value).data;
        return reason === undefined ? null : t(`busyReason.${reason}`);
      }
      case 'state': {
        const state = campaignStateSchema.safeParse(value).data;
        return state === undefined ? null : t(`campaigns:state.${state}`);
      }
      case 'mode': {
        const mode = supervisionModeSchema.safeParse(value).data;
        return mode === undefined ? null : t(`supervision:mode.${mode}`);
      }
      case 'locked': {
        const field = lockableFieldSchema.safeParse(value).data;
        return field === undefined ? null : t(`audit:lockable.${field}`);
      }
      default:
        return null;
    }
  };
}

const blockReasonSchema = z.enum(['rejection', 'do-not-call', 'agent', 'listed']);

/** Times, people, numbers, and whatever else is written as it is. */
function usePlainWords(): (path: FactChange['path'], value: unknown) => string {
  const { t } = useTranslation('audit');
  const { clock } = usePlatform();
  const language = useLanguage();
  const agents = useAgents().data ?? [];
  return (path, value) => {
    if (typeof value === 'boolean') return t(value ? 'yes' : 'no');
    const isTimeOfDay = ['from', 'to'].includes(path.at(-1) ?? '') && typeof value === 'number';
    if (isTimeOfDay) return `${Math.floor(value / 60)}:${String(value % 60).padStart(2, '0')}`;
    if (typeof value === 'number') return t('number', { number: value });
    const text = String(value);
    const agent = agents.find(({ agentId }) => agentId === text);
    if (agent !== undefined) return agent.name;
    if (instantSchema.safeParse(value).success) return formatDay(text, clock.now(), language);
    return /^\+\d{7,15}$/.test(text) ? formatPhoneNumber(text) : text;
  };
}
