import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { CampaignPulse } from '../../../backend/contract/campaigns.ts';
import { usePlatform } from '../../platform/platform-context.ts';
import { formatAppointment } from '../../platform/times.ts';
import { useLanguage } from '../../platform/use-language.ts';
import { AbandonedShare } from './abandoned-share.tsx';
import { FigureTile } from './figure-tile.tsx';
import { PartTitle } from './part-title.tsx';

/** How a running campaign goes at this moment, and what keeps it from going faster. */
export function PulseNow({ pulse }: { readonly pulse: CampaignPulse }): ReactElement {
  const { t } = useTranslation('campaigns');
  const why = useHoldWords()(pulse);
  return (
    <section className="flex flex-col gap-2">
      <PartTitle>{t('pulse.title')}</PartTitle>
      <p role="status" className="text-pretty text-sm">
        {why}
      </p>
      <dl className="flex flex-wrap gap-2">
        <FigureTile name={t('pulse.openCalls')} value={t('pulse.calls', { number: pulse.openCalls })} />
        <FigureTile
          name={t('pulse.withoutHuman')}
          value={t('pulse.calls', { number: pulse.withoutHuman })}
          beside={t('pulse.allowed', { number: pulse.allowed })}
        />
        <FigureTile name={t('pulse.freeAgents')} value={t('pulse.people', { number: pulse.freeAgents })} />
      </dl>
      <AbandonedShare pulse={pulse} />
    </section>
  );
}

function useHoldWords(): (pulse: CampaignPulse) => string {
  const { t } = useTranslation('campaigns');
  const { clock } = usePlatform();
  const language = useLanguage();
  return ({ heldBackBy, nextDialAt }) => {
    if (heldBackBy === null) return t('pulse.going');
    if (heldBackBy === 'nobody-due' && nextDialAt !== null) {
      return t('pulse.nobodyDueUntil', { at: formatAppointment(nextDialAt, clock.now(), language) });
    }
    return t(`pulse.hold.${heldBackBy}`);
  };
}
