import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Offer, PreviousCall } from '../../backend/contract/handoffs.ts';
import { formatDay } from '../platform/times.ts';
import { useLanguage } from '../platform/use-language.ts';

/** What there was before somebody rang us; nothing for a call of ours. */
export function PreviousCallLine({ offer }: { readonly offer: Offer }): ReactElement | null {
  const { t } = useTranslation('handoff');
  const { direction, previousCall } = offer.brief;
  if (direction === 'outbound') return null;
  if (previousCall === null) return <p className="truncate text-sm">{t('offer.firstCall')}</p>;
  return <Before call={previousCall} now={Date.parse(offer.offeredAt)} />;
}

function Before({ call, now }: { readonly call: PreviousCall; readonly now: number }): ReactElement {
  const { t } = useTranslation(['handoff', 'vocabulary']);
  const language = useLanguage();
  const day = formatDay(call.at, now, language);
  const result = call.result === null ? t('vocabulary:noResult') : t(`vocabulary:result.${call.result}`);
  const words =
    call.agentName === null
      ? t('offer.previousCall', { day, result })
      : t('offer.previousCallBy', { day, result, name: call.agentName });
  return (
    <p className="truncate text-sm" title={call.note === '' ? undefined : `${words} ${call.note}`}>
      {words}
      {call.note !== '' && <span className="text-text-quiet"> {call.note}</span>}
    </p>
  );
}
