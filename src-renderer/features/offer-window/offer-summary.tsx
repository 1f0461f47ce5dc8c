import { CloudOff } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Offer } from '../../../backend/contract/handoffs.ts';
import { meaningWords } from '../../platform/offer-meaning.ts';
import { CountdownRing } from '../../ui/countdown-ring.tsx';
import { OfferKindLine, OfferReasonLine, SaidLines, whoIn } from '../../ui/offer-lines.tsx';
import { PreviousCallLine } from '../../ui/previous-call.tsx';
import { useSecondsLeft } from './use-seconds-left.ts';

/** What is wanted of the agent, for whom, why, and how long they have. */
export function OfferHeading({ offer }: { readonly offer: Offer }): ReactElement {
  const { t } = useTranslation('handoff');
  const { brief, offeredAt, deadline } = offer;
  const who = whoIn(offer);
  const secondsLeft = useSecondsLeft(deadline);
  return (
    <div>
      <div className="flex items-start gap-3">
        <div className="min-w-0 flex-1">
          <OfferKindLine offer={offer} unheard />
          <h1 className="truncate font-semibold text-xl">{brief.company}</h1>
          {who !== '' && <p className="truncate text-sm">{who}</p>}
        </div>
        <CountdownRing
          secondsLeft={secondsLeft}
          secondsInAll={(Date.parse(deadline) - Date.parse(offeredAt)) / 1_000}
          label={t('offer.secondsLeft', { seconds: secondsLeft })}
        />
      </div>
      <OfferReasonLine offer={offer} className="truncate" />
      <PreviousCallLine offer={offer} />
    </div>
  );
}

interface OfferTurnsProps {
  readonly offer: Offer;
  readonly connected: boolean;
}

/** What was said last, else what accepting means; without the server, that an answer may not reach it. */
export function OfferTurns({ offer, connected }: OfferTurnsProps): ReactElement {
  const { t } = useTranslation('handoff');
  const { brief } = offer;
  if (!connected) {
    return (
      <p role="alert" className="flex gap-1.5 text-pretty text-sm">
        <CloudOff aria-hidden className="mt-0.5 size-4 shrink-0 text-state-failed" />
        {t('offer.serverAway')}
      </p>
    );
  }
  if (brief.lastTurns.length === 0) {
    return <p className="text-pretty text-sm text-text-quiet">{t(`offer.${meaningWords(offer)}`)}</p>;
  }
  // What there was before a caller's call takes the room of a turn.
  const turns = brief.direction === 'inbound' ? brief.lastTurns.slice(-1) : brief.lastTurns;
  return <SaidLines turns={turns.slice(0, 2)} line="truncate" />;
}
