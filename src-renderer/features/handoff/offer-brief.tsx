import { MicOff, PhoneForwarded } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Offer } from '../../../backend/contract/handoffs.ts';
import { meaningWords, reasonWords } from '../../platform/offer-meaning.ts';
import { useCallRecord } from '../../platform/queries.ts';
import { PreviousCallLine } from '../../ui/previous-call.tsx';

/** Who, why, and what accepting means. */
export function OfferBrief({ offer }: { readonly offer: Offer }): ReactElement {
  const { t } = useTranslation(['handoff', 'vocabulary']);
  const { brief, urgency } = offer;
  const isReturn = offer.step === 'return';
  const who = [brief.department, brief.person].filter((part) => part !== null).join(' ');
  return (
    <div className="min-w-0 flex-1">
      <p className="flex items-center gap-1.5 font-medium text-state-waiting text-xs">
        {urgency === 'prepare' ? (
          <MicOff aria-hidden className="size-3.5" />
        ) : (
          <PhoneForwarded aria-hidden className="size-3.5" />
        )}
        {t(isReturn ? 'offer.backToCall' : `offer.${urgency}`)}
      </p>
      <h2 className="line-clamp-2 font-semibold text-xl">{brief.company}</h2>
      {who !== '' && <p className="truncate text-base">{who}</p>}
      <p className="mt-1 font-medium text-sm">
        {t(reasonWords(offer), { name: offer.transfer?.by.name ?? '' })}
      </p>
      <PreviousCallLine offer={offer} />
      <p className="text-pretty text-sm text-text-quiet">{t(`offer.${meaningWords(offer)}`)}</p>
    </div>
  );
}

/** The last two turns, as the conversation goes on; until its record is there, those at which the agent was asked. */
export function OfferTurns({ offer }: { readonly offer: Offer }): ReactElement | null {
  const { t } = useTranslation('vocabulary');
  const said = useCallRecord(offer.callId).data?.turns ?? [];
  const turns = said.length === 0 ? offer.brief.lastTurns : said.slice(-2);
  if (turns.length === 0) return null;
  return (
    <ul className="flex flex-col gap-0.5 border-line-quiet border-l-2 pl-2 text-sm">
      {turns.map((turn, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: at the moment of asking, turns have no number
        <li key={place} className="line-clamp-2">
          <span className="text-text-quiet text-xs">{t(`speaker.${turn.speaker}`)}</span> {turn.text}
        </li>
      ))}
    </ul>
  );
}
