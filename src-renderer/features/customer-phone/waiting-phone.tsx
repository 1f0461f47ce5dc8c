import { Phone, PhoneOutgoing } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatPhoneNumber } from '../../platform/phone-numbers.ts';
import { Button } from '../../ui/button.tsx';
import type { PhoneView } from './phone-view.ts';

interface WaitingPhoneProps {
  readonly view: PhoneView;
  readonly onCall: (showsNumber: boolean) => void;
}

/** Says which number to call, and how to make that happen. */
export function WaitingPhone({ view, onCall }: WaitingPhoneProps): ReactElement {
  const { t } = useTranslation('customerPhone');
  const [showsNumber, setShowsNumber] = useState(true);
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
      <div className="flex flex-wrap items-center justify-center gap-x-4 gap-y-2">
        <Button size="large" disabled={view.connection !== 'connected'} onClick={() => onCall(showsNumber)}>
          <PhoneOutgoing aria-hidden className="size-4" />
          {t('callBack')}
        </Button>
        <label className="flex items-center gap-1.5 text-sm">
          <input
            type="checkbox"
            checked={!showsNumber}
            onChange={(event) => setShowsNumber(!event.target.checked)}
          />
          {t('withholdNumber')}
        </label>
      </div>
    </section>
  );
}
