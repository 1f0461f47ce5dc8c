import { FlaskConical, PhoneCall } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Session } from '../../backend/contract/session.ts';

interface CarrierBadgeProps {
  readonly carrier: Session['telephony']['carrier'];
}

/** Whether telephony is simulated or real: always on the screen, so that nobody has to wonder whom a call would reach. */
export function CarrierBadge({ carrier }: CarrierBadgeProps): ReactElement {
  const { t } = useTranslation('shell');
  const Icon = carrier === 'simulated' ? FlaskConical : PhoneCall;
  return (
    <span
      title={t(`carrier.${carrier}Meaning`)}
      className="inline-flex h-7 shrink-0 items-center gap-1.5 whitespace-nowrap rounded-full border border-line px-2.5 max-wide:size-7 max-wide:justify-center max-wide:px-0 font-medium text-text-quiet text-xs"
    >
      <Icon aria-hidden className="size-3.5" />
      <span className="max-wide:sr-only">{t(`carrier.${carrier}`)}</span>
      <span className="sr-only">{t(`carrier.${carrier}Meaning`)}</span>
    </span>
  );
}
