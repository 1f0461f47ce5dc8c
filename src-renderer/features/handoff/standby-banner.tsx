import { MicOff } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallSession } from '../../../backend/contract/calls.ts';

/** For the agent who accepted while the customer is on hold: nobody hears you yet. */
export function StandbyBanner({ call }: { readonly call: CallSession }): ReactElement {
  const { t } = useTranslation('handoff');
  return (
    <div
      role="status"
      className="flex items-start gap-3 border-line-quiet border-b bg-surface-selected px-4 py-2"
    >
      <MicOff aria-hidden className="mt-1 size-4 shrink-0 text-accent" />
      <div className="text-pretty text-sm">
        <p>
          <span className="mr-2 font-semibold">{t('standby.title')}</span>
          {call.stage === 'holding' ? t('standby.customerOnHold') : t('standby.customerWithAi')}
        </p>
        <p className="text-text-quiet">{t('standby.next')}</p>
      </div>
    </div>
  );
}
