import { MicOff, PhoneForwarded } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Offer } from '../../backend/contract/handoffs.ts';
import { reasonWords } from '../platform/offer-meaning.ts';

// What the console's card and the desktop's alert window say alike of an offer.

interface OfferLineProps {
  readonly offer: Offer;
}

/** What is wanted of the agent. `unheard`: and that nobody will hear them yet, where nothing else on the card says so. */
export function OfferKindLine({
  offer,
  unheard,
}: OfferLineProps & { readonly unheard: boolean }): ReactElement {
  const { t } = useTranslation('handoff');
  const { urgency, step } = offer;
  const Icon = urgency === 'prepare' ? MicOff : PhoneForwarded;
  return (
    <p className="flex items-center gap-1.5 font-medium text-state-waiting text-xs">
      <Icon aria-hidden className="size-3.5 shrink-0" />
      <span className="shrink-0">{t(step === 'return' ? 'offer.backToCall' : `offer.${urgency}`)}</span>
      {unheard && urgency === 'prepare' && <span className="text-text-quiet">{t('offer.unheardYet')}</span>}
    </p>
  );
}

/** Why the agent is asked. */
export function OfferReasonLine({
  offer,
  className,
}: OfferLineProps & { readonly className: string }): ReactElement {
  const { t } = useTranslation(['handoff', 'vocabulary']);
  return (
    <p className={`font-medium text-sm ${className}`}>
      {t(reasonWords(offer), { name: offer.transfer?.by.name ?? '' })}
    </p>
  );
}

/** Department and person, as far as they are known; else empty. */
export function whoIn({ brief }: Pick<Offer, 'brief'>): string {
  return [brief.department, brief.person].filter((part) => part !== null).join(' ');
}

interface SaidLinesProps {
  readonly turns: readonly Offer['brief']['lastTurns'][number][];
  /** How much of each fits. */
  readonly line: 'truncate' | 'line-clamp-2';
}

/** What was said last; nothing where nothing was. */
export function SaidLines({ turns, line }: SaidLinesProps): ReactElement | null {
  const { t } = useTranslation('vocabulary');
  if (turns.length === 0) return null;
  return (
    <ul className="flex flex-col gap-0.5 border-line-quiet border-l-2 pl-2 text-sm">
      {turns.map((turn, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: at the moment of asking, turns have no number
        <li key={place} className={line} title={turn.text}>
          <span className="text-text-quiet text-xs">{t(`speaker.${turn.speaker}`)}</span> {turn.text}
        </li>
      ))}
    </ul>
  );
}
