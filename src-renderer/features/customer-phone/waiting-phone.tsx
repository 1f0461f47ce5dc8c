import { Phone } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { formatPhoneNumber } from '../../platform/phone-numbers.ts';
import type { PhoneView } from './phone-view.ts';

/** Says which number to call, and how to make that happen. */
export function WaitingPhone({ view }: { readonly view: PhoneView }): ReactElement {
  const { t } = useTranslation('customerPhone');
  return (
    <section className="flex flex-col items-center gap-3 rounded-md bg-surface-sunken p-8 text-center">
      <Phone aria-hidden className="size-8 text-text-quiet" />
      <p role="status" className="font-medium text-lg">
        {view.connection === 'connecting' ? t('connecting') : view.ended ? t('ended') : t('waiting')}
      </p>
      <p className="max-w-96 text-pretty text-sm">{t('about')}</p>
      {view.number !== null && (
        <p className="text-text-quiet">
          {t('number')} <span className="text-text">{formatPhoneNumber(view.number)}</span>
        </p>
      )}
      <p className="max-w-96 text-pretty text-sm text-text-quiet">{t('howToRing')}</p>
      <p className="max-w-96 text-pretty text-sm text-text-quiet">{t('afterRefusal')}</p>
    </section>
  );
}
