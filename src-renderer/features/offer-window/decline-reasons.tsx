import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { type DeclineReason, declineReasonSchema } from '../../../backend/contract/handoffs.ts';
import { Button } from '../../ui/button.tsx';

/** In place of what was said: a menu would not fit into the window. */
export function DeclineReasons({
  onDecline,
}: {
  readonly onDecline: (reason: DeclineReason) => void;
}): ReactElement {
  const { t } = useTranslation(['handoff', 'vocabulary']);
  return (
    <ul aria-label={t('offer.reasons')} className="flex flex-wrap gap-2">
      {declineReasonSchema.options.map((reason) => (
        <li key={reason}>
          <Button size="small" onClick={() => onDecline(reason)}>
            {t(`vocabulary:declineReason.${reason}`)}
          </Button>
        </li>
      ))}
    </ul>
  );
}
