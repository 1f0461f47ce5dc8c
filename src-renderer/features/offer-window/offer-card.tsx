import { ChevronDown, FlaskConical, PhoneForwarded } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeclineReason, Offer } from '../../../backend/contract/handoffs.ts';
import { Button } from '../../ui/button.tsx';
import { useSettled } from '../../ui/use-settled.ts';
import { DeclineReasons } from './decline-reasons.tsx';
import { OfferHeading, OfferTurns } from './offer-summary.tsx';

interface OfferCardProps {
  readonly offer: Offer;
  readonly others: number;
  /** Whether the console hears the server, which an answer has to reach. */
  readonly connected: boolean;
  /** Whether nobody real is on the line. */
  readonly simulated: boolean;
  /** The acceptance is on its way. */
  readonly accepting: boolean;
  readonly keys: { readonly accept: string | null; readonly decline: string | null };
  readonly onAccept: () => void;
  readonly onDecline: (reason: DeclineReason) => void;
}

/** One offer and its answers. The keys written in them are global ones: this window never has the focus. */
export function OfferCard(props: OfferCardProps): ReactElement {
  const { offer, others, connected, simulated, accepting, keys, onAccept, onDecline } = props;
  const { t } = useTranslation('handoff');
  const [open, setOpen] = useState<'turns' | 'reasons'>('turns');
  const heedsPointer = useSettled();
  const answer = (act: () => void) => () => {
    if (heedsPointer) act();
  };

  return (
    <section
      aria-label={t('offer.label')}
      className="flex h-full select-none flex-col gap-2 border-2 border-state-waiting bg-surface-raised p-3"
    >
      <OfferHeading offer={offer} />
      <div className="min-h-0 flex-1">
        {open === 'turns' ? (
          <OfferTurns offer={offer} connected={connected} />
        ) : (
          <DeclineReasons onDecline={onDecline} />
        )}
      </div>
      <div className="flex items-center gap-2">
        <Button tone="connect" size="large" busy={accepting} onClick={answer(onAccept)}>
          {!accepting && <PhoneForwarded aria-hidden className="size-4" />}
          <WithKeys keys={keys.accept}>{t(accepting ? 'offer.accepting' : acceptWord(offer))}</WithKeys>
        </Button>
        <Button size="large" disabled={accepting} onClick={answer(() => onDecline('other'))}>
          <WithKeys keys={keys.decline}>{t('offer.decline')}</WithKeys>
        </Button>
        <Button
          tone="quiet"
          size="large-icon"
          aria-label={t('offer.reasons')}
          title={t('offer.reasons')}
          aria-expanded={open === 'reasons'}
          disabled={accepting}
          onClick={answer(() => setOpen(open === 'turns' ? 'reasons' : 'turns'))}
        >
          <ChevronDown aria-hidden className="size-4" />
        </Button>
        <span className="ml-auto flex min-w-0 flex-col items-end text-text-quiet text-xs">
          {simulated && <SimulatedMark />}
          {others > 0 && <span className="max-w-full truncate">{t('offer.others', { number: others })}</span>}
        </span>
      </div>
    </section>
  );
}

/** So that nobody has to wonder whom accepting would reach. */
function SimulatedMark(): ReactElement {
  const { t } = useTranslation('handoff');
  return (
    <span title={t('offer.simulatedMeaning')} className="inline-flex items-center gap-1 whitespace-nowrap">
      <FlaskConical aria-hidden className="size-3.5" />
      {t('offer.simulated')}
    </span>
  );
}

function acceptWord({ step }: Offer): 'offer.return' | 'offer.accept' {
  return step === 'return' ? 'offer.return' : 'offer.accept';
}

/** The word, and below it what may be pressed instead. */
function WithKeys({
  keys,
  children,
}: {
  readonly keys: string | null;
  readonly children: string;
}): ReactElement {
  return (
    <span className="flex flex-col items-center leading-tight">
      {children}
      {keys !== null && (
        <kbd aria-hidden className="font-normal font-sans text-xs">
          {keys}
        </kbd>
      )}
    </span>
  );
}
