import { PhoneOff, PhoneOutgoing } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { PhoneLine } from '../../../backend/contract/customer-phone.ts';
import { formatPhoneNumber } from '../../platform/phone-numbers.ts';
import { Button } from '../../ui/button.tsx';

interface CallingPhoneProps {
  readonly line: Extract<PhoneLine, { phase: 'calling' }>;
  readonly onHangUp: () => void;
}

/** It rings at the other end. */
export function CallingPhone({ line, onHangUp }: CallingPhoneProps): ReactElement {
  const { t } = useTranslation('customerPhone');
  return (
    <section className="flex flex-col items-center gap-4 rounded-md bg-surface-raised p-8 text-center shadow-float">
      <PhoneOutgoing aria-hidden className="size-10 animate-breathe text-state-human" />
      <p role="status">
        <span className="block font-medium text-xl">{t('calling')}</span>
        <span className="text-text-quiet">{formatPhoneNumber(line.to)}</span>
      </p>
      {line.calledHere && (
        <Button tone="destructive-quiet" size="large" onClick={onHangUp}>
          <PhoneOff aria-hidden className="size-4" />
          {t('hangUp')}
        </Button>
      )}
    </section>
  );
}
