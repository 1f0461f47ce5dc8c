import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Offer } from '../../../backend/contract/handoffs.ts';
import { meaningWords } from '../../platform/offer-meaning.ts';
import { useCallRecord } from '../../platform/queries.ts';
import { OfferKindLine, OfferReasonLine, SaidLines, whoIn } from '../../ui/offer-lines.tsx';
import { PreviousCallLine } from '../../ui/previous-call.tsx';

/** Who, why, and what accepting means. */
export function OfferBrief({ offer }: { readonly offer: Offer }): ReactElement {
  const { t } = useTranslation('handoff');
  const who = whoIn(offer);
  return (
    <div className="min-w-0 flex-1">
      <OfferKindLine offer={offer} unheard={false} />
      <h2 className="line-clamp-2 font-semibold text-xl">{offer.brief.company}</h2>
      {who !== '' && <p className="truncate text-base">{who}</p>}
      <OfferReasonLine offer={offer} className="mt-1" />
      <PreviousCallLine offer={offer} />
      <p className="text-pretty text-sm text-text-quiet">{t(`offer.${meaningWords(offer)}`)}</p>
    </div>
  );
}

/** The last two turns, as the conversation goes on; until its record is there, those at which the agent was asked. */
export function OfferTurns({ offer }: { readonly offer: Offer }): ReactElement {
  const said = useCallRecord(offer.callId).data?.turns ?? [];
  return <SaidLines turns={said.length === 0 ? offer.brief.lastTurns : said.slice(-2)} line="line-clamp-2" />;
}
