import { ChevronDown, PhoneForwarded } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { type DeclineReason, declineReasonSchema, type Offer } from '../../../backend/contract/handoffs.ts';
import { openAt } from '../../../backend/contract/open-offers.ts';
import { useKeys } from '../../platform/keyboard.ts';
import { reasonWords } from '../../platform/offer-meaning.ts';
import { useSeconds } from '../../platform/times.ts';
import { Button } from '../../ui/button.tsx';
import { CountdownRing } from '../../ui/countdown-ring.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import { Menu, MenuHeading, MenuItem } from '../../ui/menu.tsx';
import { useSettled } from '../../ui/use-settled.ts';
import { OfferBrief, OfferTurns } from './offer-brief.tsx';

interface OfferAlertProps {
  /** Open for the agent who is signed in. */
  readonly offers: readonly Offer[];
  /** The answer that is on its way to the server. */
  readonly answering: 'accepting' | 'declining' | null;
  /** Whether a softphone of the agent can be rung: after a reload it takes a moment. */
  readonly reachable: boolean;
  readonly onAccept: (offer: Offer) => void;
  readonly onDecline: (offer: Offer, reason: DeclineReason) => void;
}

/** A call needs a human now: which, why, what was said last, and how long there is to answer. The most urgent offer comes first. */
export function OfferAlert({ offers, ...answers }: OfferAlertProps): ReactElement {
  const { t } = useTranslation(['handoff', 'vocabulary']);
  const now = useSeconds();
  const [first, ...others] = openAt(offers, now * 1_000);
  return (
    <>
      <p aria-live="assertive" className="sr-only">
        {first !== undefined &&
          t('offer.announcement', {
            company: first.brief.company,
            reason: t(reasonWords(first), { name: first.transfer?.by.name ?? '' }),
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

function OfferCard({ offer, others, now, onDecline, ...accepting }: OfferCardProps): ReactElement {
  const { t } = useTranslation(['handoff', 'vocabulary']);
  const heedsKeys = useSettled() && accepting.answering === null;
  const decline = (): void => onDecline(offer, 'other');
  useKeys(heedsKeys ? { Escape: decline } : {}, 'urgent');

  const secondsLeft = Math.floor(Date.parse(offer.deadline) / 1_000 - now);
  const secondsInAll = (Date.parse(offer.deadline) - Date.parse(offer.offeredAt)) / 1_000;
  return (
    <section
      aria-label={t('offer.label')}
      className="flex w-full animate-appear flex-col gap-x-6 gap-y-2 rounded-md border-2 border-state-waiting bg-surface-raised p-3 @3xl:grid @3xl:grid-cols-[minmax(0,3fr)_minmax(0,2fr)_21rem] @3xl:items-center @3xl:px-4"
    >
      <div className="flex items-start gap-3">
        <OfferBrief offer={offer} />
        <div className="flex shrink-0 flex-col items-end gap-1">
          <CountdownRing
            secondsLeft={secondsLeft}
            secondsInAll={secondsInAll}
            label={t('offer.secondsLeft', { seconds: secondsLeft })}
          />
          {others > 0 && (
            <span className="whitespace-nowrap text-text-quiet text-xs">
              {t('offer.others', { number: others })}
            </span>
          )}
        </div>
      </div>
      <OfferTurns offer={offer} />
      {/* Each has a place that no word on the other changes: a press meant for one never meets the other. */}
      <div className="grid grid-cols-[minmax(0,1fr)_auto] gap-2">
        <AcceptButton offer={offer} heedsKeys={heedsKeys} {...accepting} />
        <DeclineButton
          disabled={accepting.answering !== null}
          onDecline={(reason) => onDecline(offer, reason)}
        />
      </div>
    </section>
  );
}

interface AcceptButtonProps extends Pick<OfferAlertProps, 'answering' | 'reachable' | 'onAccept'> {
  readonly offer: Offer;
  readonly heedsKeys: boolean;
}

function AcceptButton({ offer, heedsKeys, answering, reachable, onAccept }: AcceptButtonProps): ReactElement {
  const accept = (): void => onAccept(offer);
  const open = reachable && answering !== 'declining';
  useKeys(heedsKeys && open ? { Enter: accept } : {}, 'urgent');

  const busy = answering === 'accepting' || !reachable;
  return (
    <Button
      tone="connect"
      size="large"
      busy={busy}
      disabled={!open}
      aria-keyshortcuts={heedsKeys && open ? 'Enter' : undefined}
      onClick={accept}
    >
      {!busy && <PhoneForwarded aria-hidden className="size-4" />}
      <span className="min-w-0 whitespace-normal text-pretty leading-tight">
        <AcceptWords step={offer.step} answering={answering} reachable={reachable} />
      </span>
      {!busy && <Kbd>Enter</Kbd>}
    </Button>
  );
}

function AcceptWords({
  step,
  answering,
  reachable,
}: Pick<Offer, 'step'> & Pick<OfferAlertProps, 'answering' | 'reachable'>): string {
  const { t } = useTranslation('handoff');
  if (!reachable) return t('offer.preparing');
  if (answering === 'accepting') return t('offer.accepting');
  return step === 'return' ? t('offer.return') : t('offer.accept');
}

interface DeclineButtonProps {
  readonly disabled: boolean;
  readonly onDecline: (reason: DeclineReason) => void;
}

function DeclineButton({ disabled, onDecline }: DeclineButtonProps): ReactElement {
  const { t } = useTranslation(['handoff', 'vocabulary']);
  return (
    <span className="flex">
      <Button size="large" disabled={disabled} aria-keyshortcuts="Escape" onClick={() => onDecline('other')}>
        {t('offer.decline')}
        <Kbd>Esc</Kbd>
      </Button>
      <Menu
        label={t('offer.reasons')}
        side="top"
        trigger={
          <Button
            tone="quiet"
            size="large-icon"
            disabled={disabled}
            aria-label={t('offer.reasons')}
            title={t('offer.reasons')}
          >
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
