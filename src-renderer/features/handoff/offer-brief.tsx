import { MicOff, PhoneForwarded } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Offer } from '../../../backend/contract/handoffs.ts';
import { meaningWords, reasonWords } from '../../platform/offer-meaning.ts';

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
      <p className="text-pretty text-sm text-text-quiet">{t(`offer.${meaningWords(offer)}`)}</p>
    </div>
  );
}

/** The last two turns, so that the agent begins where the conversation is. */
export function OfferTurns({ turns }: { readonly turns: Offer['brief']['lastTurns'] }): ReactElement {
  const { t } = useTranslation('vocabulary');
  return (
    <ul className="flex flex-col gap-0.5 border-line-quiet border-l-2 pl-2 text-sm">
      {turns.map((turn) => (
        <li key={`${turn.speaker} ${turn.text}`} className="line-clamp-2">
          <span className="text-text-quiet text-xs">{t(`speaker.${turn.speaker}`)}</span> {turn.text}
        </li>
      ))}
    </ul>
  );
}
