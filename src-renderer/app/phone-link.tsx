import { Phone } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { buttonClass } from '../ui/button.tsx';

/** For a browser and simulated telephony: the telephone on which a person plays the customer. */
export function PhoneLink(): ReactElement {
  const { t } = useTranslation('shell');
  return (
    <a
      href="/phone"
      target="_blank"
      rel="noopener"
      title={t('carrier.openPhoneMeaning')}
      className={`${buttonClass({ tone: 'quiet', size: 'small' })} max-strip:hidden`}
    >
      <Phone aria-hidden className="size-3.5" />
      {t('carrier.openPhone')}
    </a>
  );
}
