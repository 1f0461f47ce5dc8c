import { Phone } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';

/** For a browser and simulated telephony: the telephone on which a person plays the customer. */
export function PhoneLink(): ReactElement {
  const { t } = useTranslation('shell');
  return (
    <a
      href="/phone"
      target="_blank"
      rel="noopener"
      title={t('carrier.openPhoneMeaning')}
      className="flex h-8 w-full items-center gap-2.5 rounded-sm px-2.5 text-sm text-text-quiet hover:bg-surface-hover hover:text-text"
    >
      <Phone aria-hidden className="size-4 shrink-0" />
      <span className="truncate max-wide:sr-only">{t('carrier.openPhone')}</span>
    </a>
  );
}
