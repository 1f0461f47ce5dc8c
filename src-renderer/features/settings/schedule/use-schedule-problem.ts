import { useTranslation } from 'react-i18next';
import { hoursProblemSchema, leaveSchema } from '../../../../backend/contract/agents.ts';

/** Says what is wrong in the hours of a day: the first that was found, however deep. */
export function useScheduleProblem(): (error: unknown) => string | undefined {
  const { t } = useTranslation('schedule');
  return (error) => {
    const message = firstMessage(error);
    if (message === undefined) return undefined;
    const known = hoursProblemSchema.safeParse(message);
    return t(`problem.${known.success ? known.data : 'incomplete'}`);
  };
}

/** Says what is wrong with a leave, whose last day may be its first. */
export function useLeaveProblem(): (error: unknown) => string | undefined {
  const { t } = useTranslation('schedule');
  return (error) => {
    if (isAboutNote(error)) return t('problem.noteTooLong', { max: leaveSchema.shape.note.maxLength ?? 0 });
    const message = firstMessage(error);
    if (message === undefined) return undefined;
    const known = leaveProblemSchema.safeParse(message);
    return t(known.success ? leaveProblems[known.data] : 'problem.leaveIncomplete');
  };
}

const leaveProblemSchema = hoursProblemSchema.extract(['ends-before-it-begins', 'overlaps']);
const leaveProblems = {
  'ends-before-it-begins': 'problem.leaveEndsBefore',
  overlaps: 'problem.leaveOverlaps',
} as const;

function isAboutNote(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'note' in error;
}

function firstMessage(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  if ('message' in error && typeof error.message === 'string') return error.message;
  return Object.values(error)
    .map(firstMessage)
    .find((message) => message !== undefined);
}
