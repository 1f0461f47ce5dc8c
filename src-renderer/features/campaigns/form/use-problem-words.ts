import type { FieldErrors } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { RetriedOutcome } from '../../../../backend/contract/campaigns.ts';
import type { CampaignDraft } from './campaign-draft.ts';

interface ProblemWords {
  readonly name: string | undefined;
  readonly speaksForId: string | undefined;
  readonly agentIds: string | undefined;
  readonly hours: string | undefined;
  readonly callsPerSecond: string | undefined;
  readonly concurrency: string | undefined;
  readonly factor: string | undefined;
  readonly retry: (outcome: RetriedOutcome) => string | undefined;
}

/** What is wrong with each field, in words; what only the server could know comes as its problem's name. */
export function useProblemWords(errors: FieldErrors<CampaignDraft>): ProblemWords {
  const { t } = useTranslation('campaigns');
  const { name, speaksForId, agentIds, hours, pace, retries } = errors;
  const speaker = (): string => {
    if (speaksForId?.message === 'conversation-settings-missing') return t('form.problem.speakerUnready');
    return t(
      speaksForId?.message === 'not-an-agent' ? 'form.problem.notAnAgent' : 'form.problem.speaksForId',
    );
  };
  const hoursProblem = (): string => {
    if (hours?.message === 'outside-calling-hours') return t('form.problem.hoursClosed');
    const isMissing = hours?.from !== undefined || hours?.to !== undefined;
    return t(isMissing ? 'form.problem.hoursMissing' : 'form.problem.hours');
  };
  return {
    name: name && t('form.problem.name'),
    speaksForId: speaksForId && speaker(),
    agentIds:
      agentIds &&
      t(agentIds.message === 'not-an-agent' ? 'form.problem.notAnAgent' : 'form.problem.agentIds'),
    hours: hours && hoursProblem(),
    callsPerSecond: pace?.callsPerSecond && t('form.problem.callsPerSecond'),
    concurrency: pace?.concurrency && t('form.problem.concurrency'),
    factor: pace?.factor && t('form.problem.factor'),
    retry: (outcome) => {
      const wrong = retries?.[outcome];
      return wrong && t(wrong.times === undefined ? 'form.problem.after' : 'form.problem.times');
    },
  };
}
