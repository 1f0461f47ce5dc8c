import { PhoneIncoming } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallSession } from '../../backend/contract/calls.ts';

/** Before the name of whoever rang us; nothing for a call of ours. */
export function InboundMark({
  call,
}: {
  readonly call: Pick<CallSession, 'direction'>;
}): ReactElement | null {
  const { t } = useTranslation('vocabulary');
  if (call.direction === 'outbound') return null;
  const words = t('direction.inbound');
  return (
    <>
      <PhoneIncoming aria-hidden className="mr-1 inline size-3.5 shrink-0 text-text-quiet">
        <title>{words}</title>
      </PhoneIncoming>
      <span className="sr-only">{words} </span>
    </>
  );
}
