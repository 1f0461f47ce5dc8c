import { MicOff, PhoneForwarded } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Offer } from '../../../backend/contract/handoffs.ts';
import { meaningWords, reasonWords } from '../../platform/offer-meaning.ts';
import { CountdownRing } from '../../ui/countdown-ring.tsx';
import { PreviousCallLine } from '../../ui/previous-call.tsx';
import { useSecondsLeft } from './use-seconds-left.ts';

/** What is wanted of the agent, for whom, why, and how long they have. */
export function OfferHeading({ offer }: { readonly offer: Offer }): ReactElement {
  const { t } = useTranslation(['handoff', 'vocabulary']);
  const { brief, urgency, offeredAt, deadline } = offer;
  const who = [brief.department, brief.person].filter((part) => part !== null).join(' ');
  const isReturn = offer.step === 'return';
  const secondsLeft = useSecondsLeft(deadline);
  const Icon = urgency === 'prepare' ? MicOff : PhoneForwarded;
  return (
    <div>
      <div className="flex items-start gap-3">
        <div className="min-w-0 flex-1">
          <p className="flex items-center gap-1.5 font-medium text-state-waiting text-xs">
            <Icon aria-hidden className="size-3.5 shrink-0" />
            <span className="shrink-0">{t(isReturn ? 'offer.backToCall' : `offer.${urgency}`)}</span>
            {urgency === 'prepare' && <span className="text-text-quiet">{t('offer.unheardYet')}</span>}
          </p>
          <h1 className="truncate font-semibold text-xl">{brief.company}</h1>
          {who !== '' && <p className="truncate text-sm">{who}</p>}
        </div>
        <CountdownRing
          secondsLeft={secondsLeft}
          secondsInAll={(Date.parse(deadline) - Date.parse(offeredAt)) / 1_000}
          label={t('offer.secondsLeft', { seconds: secondsLeft })}
        />
      </div>
      <p className="truncate font-medium text-sm">
        {t(reasonWords(offer), { name: offer.transfer?.by.name ?? '' })}
      </p>
      <PreviousCallLine offer={offer} />
    </div>
  );
}

/** What was said last, else what accepting means. */
export function OfferTurns({ offer }: { readonly offer: Offer }): ReactElement {
  const { t } = useTranslation('handoff');
  const { brief } = offer;
  if (brief.lastTurns.length === 0) {
    return <p className="text-pretty text-sm text-text-quiet">{t(`offer.${meaningWords(offer)}`)}</p>;
  }
  // Not as a list: the same may have been said twice, and nothing else tells the two apart.
  // What there was before a caller's call takes the room of a turn.
  const [earlier, last] = brief.direction === 'inbound' ? brief.lastTurns.slice(-1) : brief.lastTurns;
  return (
    <ul className="flex flex-col gap-0.5 border-line-quiet border-l-2 pl-2 text-sm">
      {earlier !== undefined && <Turn turn={earlier} />}
      {last !== undefined && <Turn turn={last} />}
    </ul>
  );
}

function Turn({ turn }: { readonly turn: Offer['brief']['lastTurns'][number] }): ReactElement {
  const { t } = useTranslation('vocabulary');
  return (
    <li className="truncate" title={turn.text}>
      <span className="text-text-quiet text-xs">{t(`speaker.${turn.speaker}`)}</span> {turn.text}
    </li>
  );
}
