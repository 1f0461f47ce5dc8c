import { Pause, Play, Square, Trash2 } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Campaign } from '../../../backend/contract/campaigns.ts';
import type { CampaignStep } from '../../platform/campaign-api.ts';
import { useConnectionLost } from '../../platform/use-connection-lost.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { InPlaceQuestion } from '../../ui/in-place-question.tsx';
import { callableOf, isOver } from './campaign-numbers.ts';
import { useCampaignSteps } from './use-campaign-steps.ts';

interface CampaignControlsProps {
  readonly campaign: Campaign;
  readonly onRemoved: () => void;
}

type Asked = 'start' | 'stop' | 'remove';

/** Starts, pauses, resumes, stops, deletes. What cannot be taken back is asked about in its place. */
export function CampaignControls({ campaign, onRemoved }: CampaignControlsProps): ReactElement | null {
  const steps = useCampaignSteps(campaign, onRemoved);
  const [asked, setAsked] = useState<Asked | null>(null);
  if (isOver(campaign)) return null;
  const answer = (): void => {
    setAsked(null);
    if (asked === 'remove') steps.remove();
    else if (asked !== null) steps.take(asked);
  };
  return (
    <div className="flex flex-col gap-2">
      {asked !== null && isAskable(asked, campaign) ? (
        <Question asked={asked} campaign={campaign} onYes={answer} onNo={() => setAsked(null)} />
      ) : (
        <Buttons campaign={campaign} taking={steps.taking} onTake={steps.take} onAsk={setAsked} />
      )}
      {steps.error !== null && <FailureNotice error={steps.error} />}
    </div>
  );
}

/** Somebody else may have moved the campaign on while the question stood there. */
function isAskable(asked: Asked, { state }: Campaign): boolean {
  return asked === 'stop' ? state !== 'draft' : state === 'draft';
}

interface QuestionProps {
  readonly asked: Asked;
  readonly campaign: Campaign;
  readonly onYes: () => void;
  readonly onNo: () => void;
}

function Question({ asked, campaign: { progress, pulse }, onYes, onNo }: QuestionProps): ReactElement {
  const { t } = useTranslation('campaigns');
  const open = pulse?.openCalls ?? progress.dialling;
  const questions: Readonly<Record<Asked, string>> = {
    start: t('step.startAsk', { number: callableOf(progress) }),
    stop: t(open === 0 ? 'step.stopAskNoCalls' : 'step.stopAsk', { number: progress.pending, open }),
    remove: t('step.removeAsk'),
  };
  return (
    <InPlaceQuestion
      question={questions[asked]}
      yes={t(`step.${asked}Yes`)}
      no={t('step.no')}
      tone={asked === 'start' ? 'connect' : 'destructive'}
      onYes={onYes}
      onNo={onNo}
    />
  );
}

interface ButtonsProps {
  readonly campaign: Campaign;
  readonly taking: CampaignStep | 'remove' | null;
  readonly onTake: (step: CampaignStep) => void;
  readonly onAsk: (asked: Asked) => void;
}

function Buttons(props: ButtonsProps): ReactElement {
  return props.campaign.state === 'draft' ? <DraftButtons {...props} /> : <BegunButtons {...props} />;
}

function DraftButtons({ campaign, taking, onAsk }: ButtonsProps): ReactElement {
  const { t } = useTranslation('campaigns');
  const lost = useConnectionLost();
  const disabled = lost || taking !== null;
  const nobody = callableOf(campaign.progress) === 0;
  return (
    <>
      <div className="flex flex-wrap gap-2">
        <Button
          tone="primary"
          size="large"
          busy={taking === 'start'}
          disabled={disabled || nobody}
          onClick={() => onAsk('start')}
        >
          <Play aria-hidden className="size-4" />
          {taking === 'start' ? t('step.starting') : t('step.start')}
        </Button>
        <Button size="large" busy={taking === 'remove'} disabled={disabled} onClick={() => onAsk('remove')}>
          <Trash2 aria-hidden className="size-4" />
          {t('step.remove')}
        </Button>
      </div>
      {nobody && campaign.listing === 'complete' && (
        <p className="text-pretty text-sm text-text-quiet">{t('step.nobodyToCall')}</p>
      )}
    </>
  );
}

function BegunButtons({ campaign, taking, onTake, onAsk }: ButtonsProps): ReactElement {
  const { t } = useTranslation('campaigns');
  const lost = useConnectionLost();
  const disabled = lost || taking !== null;
  const next = campaign.state === 'running' ? 'pause' : 'resume';
  const Icon = next === 'pause' ? Pause : Play;
  return (
    <div className="flex flex-wrap gap-2">
      <Button
        tone="primary"
        size="large"
        busy={taking === next}
        disabled={disabled}
        onClick={() => onTake(next)}
      >
        <Icon aria-hidden className="size-4" />
        {t(`step.${next}`)}
      </Button>
      <Button
        tone="destructive-quiet"
        size="large"
        busy={taking === 'stop'}
        disabled={disabled}
        onClick={() => onAsk('stop')}
      >
        <Square aria-hidden className="size-4" />
        {t('step.stop')}
      </Button>
    </div>
  );
}
