import { ChevronDown, PhoneForwarded } from 'lucide-react';
import { type ReactElement, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type DeclineReason, declineReasonSchema, type Offer } from '../../../backend/contract/handoffs.ts';
import { useKeys } from '../../platform/keyboard.ts';
import { useSeconds } from '../../platform/times.ts';
import { Button } from '../../ui/button.tsx';
import { CountdownRing } from '../../ui/countdown-ring.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import { Menu, MenuHeading, MenuItem } from '../../ui/menu.tsx';
import { OfferBrief, OfferTurns } from './offer-brief.tsx';

interface OfferAlertProps {
  /** Open for the agent who is signed in. */
  readonly offers: readonly Offer[];
  readonly accepting: boolean;
  readonly onAccept: (offer: Offer) => void;
  readonly onDecline: (offer: Offer, reason: DeclineReason) => void;
}

/** A call needs a human now: which, why, what was said last, and how long there is to answer. The most urgent offer comes first. */
export function OfferAlert({ offers, ...answers }: OfferAlertProps): ReactElement {
  const { t } = useTranslation(['handoff', 'vocabulary']);
  const now = useSeconds();
  const open = offers
    .filter(({ deadline }) => Date.parse(deadline) / 1_000 > now)
    .sort((a, b) => a.deadline.localeCompare(b.deadline));
  const [first, ...others] = open;
  return (
    <>
      <p aria-live="assertive" className="sr-only">
        {first !== undefined &&
          t('offer.announcement', {
            company: first.brief.company,
            reason: t(`vocabulary:handoffReason.${first.reason}`),
          })}
      </p>
      {first !== undefined && (
        <OfferCard key={first.id} offer={first} others={others.length} now={now} {...answers} />
      )}
    </>
  );
}

interface OfferCardProps extends Omit<OfferAlertProps, 'offers'> {
  readonly offer: Offer;
  readonly others: number;
  readonly now: number;
}

function OfferCard({ offer, others, now, accepting, onAccept, onDecline }: OfferCardProps): ReactElement {
  const { t } = useTranslation(['handoff', 'vocabulary']);
  const accept = (): void => onAccept(offer);
  const heedsKeys = useSettled();
  const decline = (): void => onDecline(offer, 'other');
  useKeys(heedsKeys ? { Enter: accept, Escape: decline } : {}, 'urgent');

  const secondsLeft = Math.floor(Date.parse(offer.deadline) / 1_000 - now);
  const secondsInAll = (Date.parse(offer.deadline) - Date.parse(offer.offeredAt)) / 1_000;
  return (
    <section
      aria-label={t('offer.label')}
      className="flex w-full animate-appear flex-col gap-3 rounded-md border-2 border-state-waiting bg-surface-raised p-4 shadow-float"
    >
      <div className="flex items-start gap-3">
        <OfferBrief offer={offer} />
        <CountdownRing
          secondsLeft={secondsLeft}
          secondsInAll={secondsInAll}
          label={t('offer.secondsLeft', { seconds: secondsLeft })}
        />
      </div>
      {offer.brief.lastTurns.length > 0 && <OfferTurns turns={offer.brief.lastTurns} />}
      <div className="flex items-center gap-2">
        <Button
          tone="connect"
          size="large"
          busy={accepting}
          aria-keyshortcuts={heedsKeys ? 'Enter' : undefined}
          onClick={accept}
        >
          {!accepting && <PhoneForwarded aria-hidden className="size-4" />}
          {accepting ? t('offer.accepting') : t('offer.accept')}
          <Kbd>Enter</Kbd>
        </Button>
        <DeclineButton onDecline={(reason) => onDecline(offer, reason)} />
        {others > 0 && (
          <span className="ml-auto text-text-quiet text-xs">{t('offer.others', { number: others })}</span>
        )}
      </div>
    </section>
  );
}

/** A key pressed in this time was meant for what was there before. */
const startledForMs = 600;

function useSettled(): boolean {
  const [settled, setSettled] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(true), startledForMs);
    return () => clearTimeout(timer);
  }, []);
  return settled;
}

function DeclineButton({ onDecline }: { readonly onDecline: (reason: DeclineReason) => void }): ReactElement {
  const { t } = useTranslation(['handoff', 'vocabulary']);
  return (
    <span className="flex">
      <Button size="large" aria-keyshortcuts="Escape" onClick={() => onDecline('other')}>
        {t('offer.decline')}
        <Kbd>Esc</Kbd>
      </Button>
      <Menu
        label={t('offer.reasons')}
        side="top"
        trigger={
          <Button tone="quiet" size="large-icon" aria-label={t('offer.reasons')} title={t('offer.reasons')}>
            <ChevronDown aria-hidden className="size-4" />
          </Button>
        }
      >
        <MenuHeading>{t('offer.reasons')}</MenuHeading>
        {declineReasonSchema.options.map((reason) => (
          <MenuItem key={reason} onSelect={() => onDecline(reason)}>
            {t(`vocabulary:declineReason.${reason}`)}
          </MenuItem>
        ))}
      </Menu>
    </span>
  );
}
