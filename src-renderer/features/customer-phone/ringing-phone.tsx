import { Phone, PhoneIncoming, PhoneOff } from 'lucide-react';
import { type ReactElement, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { formatPhoneNumber } from '../../platform/phone-numbers.ts';
import { Button } from '../../ui/button.tsx';
import { startRinging } from './ring-sound.ts';

interface RingingPhoneProps {
  readonly from: string;
  readonly onAnswer: () => void;
  readonly onDecline: () => void;
}

export function RingingPhone({ from, onAnswer, onDecline }: RingingPhoneProps): ReactElement {
  const { t } = useTranslation('customerPhone');
  useEffect(startRinging, []);
  return (
    <section className="flex flex-col items-center gap-4 rounded-md bg-surface-raised p-8 text-center shadow-float">
      <PhoneIncoming aria-hidden className="size-10 animate-breathe text-state-human" />
      <div role="alert">
        <p className="font-medium text-xl">{t('ringing')}</p>
        <p className="text-text-quiet">
          {t('from')} {formatPhoneNumber(from)}
        </p>
      </div>
      <div className="flex gap-3">
        <Button tone="connect" size="large" onClick={onAnswer}>
          <Phone aria-hidden className="size-4" />
          {t('answer')}
        </Button>
        <Button tone="destructive-quiet" size="large" onClick={onDecline}>
          <PhoneOff aria-hidden className="size-4" />
          {t('decline')}
        </Button>
      </div>
    </section>
  );
}
