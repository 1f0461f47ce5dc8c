import { CircleQuestionMark } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HandoffId } from '../../../backend/contract/ids.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { RoutingWhy } from './routing-why.tsx';

interface WhyButtonProps {
  readonly handoffId: HandoffId;
  readonly company: string;
}

/** Opens why each agent was or was not asked to take the call. */
export function WhyButton({ handoffId, company }: WhyButtonProps): ReactElement {
  const { t } = useTranslation(['routing', 'shell']);
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        tone="quiet"
        size="small"
        aria-label={t('why.of', { company })}
        title={t('why.title')}
        onClick={() => setOpen(true)}
      >
        <CircleQuestionMark aria-hidden className="size-3.5" />
        {t('why.action')}
      </Button>
      {open && (
        <Dialog title={t('why.of', { company })} closeLabel={t('shell:close')} onClose={() => setOpen(false)}>
          <RoutingWhy handoffId={handoffId} />
        </Dialog>
      )}
    </>
  );
}
