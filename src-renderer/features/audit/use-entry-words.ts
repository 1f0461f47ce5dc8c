import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { type AuditEntry, auditSubjectSchema, erasedSubjectId } from '../../../backend/contract/audit.ts';
import { formatPhoneNumber } from '../../platform/phone-numbers.ts';
import { type FactChange, factChanges, isErased } from './fact-changes.ts';
import { actionSchema, teamPartSchema } from './known-facts.ts';
import { useFactWords } from './use-fact-words.ts';

interface EntryWords {
  readonly subjectOf: (entry: AuditEntry) => string;
  /** What the thing is called; empty where it has no name. */
  readonly nameOf: (entry: AuditEntry) => string;
  readonly actionOf: (entry: AuditEntry) => string;
  readonly actorOf: (entry: AuditEntry) => string;
  /** In one line, without the call that it came of: whoever opens the entry is led there. */
  readonly summaryOf: (entry: AuditEntry) => string;
}

/** An entry of the log in words. */
export function useEntryWords(): EntryWords {
  const { t } = useTranslation('audit');
  const facts = useFactWords();

  const nameOf = ({ subject, subjectId, subjectName, before, after }: AuditEntry): string => {
    if (subjectName !== null) return subjectName;
    if (subject === 'phone-number' && subjectId === erasedSubjectId) return t('erasedNumber');
    if (subject === 'phone-number') return formatPhoneNumber(subjectId);
    if (subject === 'team') return t(`team.${teamPartSchema.parse(subjectId)}`);
    if (subject === 'history') return subjectId.toUpperCase();
    return namedSchema.safeParse(after).data?.name ?? namedSchema.safeParse(before).data?.name ?? '';
  };
  const changeOf = ({ path, before, after }: FactChange, isNew: boolean): string => {
    const is = { name: facts.nameOf(path), after: facts.valueOf(path, after) };
    return isNew ? t('set', is) : t('fromTo', { ...is, before: facts.valueOf(path, before) });
  };

  return {
    subjectOf: ({ subject }) => t(`subjectIs.${auditSubjectSchema.safeParse(subject).data ?? 'other'}`),
    nameOf,
    actionOf: ({ action }) => t(`action.${actionSchema.parse(action)}`),
    actorOf: ({ actor }) => (actor === null ? t('system') : actor.name),
    summaryOf: ({ before, after }) => {
      if (isErased(before, after)) return t('erasedFacts');
      const changes = factChanges(before, after).filter(({ path }) => path.at(-1) !== 'callId');
      const shown = changes.slice(0, mostInLine).map((change) => changeOf(change, before === null));
      const more = changes.length - mostInLine;
      return [...shown, ...(more > 0 ? [t('andMore', { number: more })] : [])].join(t('between'));
    },
  };
}

/** What fits into a line of the list. */
const mostInLine = 3;

const namedSchema = z.union([
  z.object({ name: z.string() }),
  z.object({ fileName: z.string() }).transform(({ fileName }) => ({ name: fileName })),
]);
