import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { HandoffProgress } from './handoff-view.ts';

/** Beside the button: what came of the handoff that the AI or a colleague asked for. */
export function HandoffProgressNote({ progress }: { readonly progress: HandoffProgress }): ReactElement {
  const words = useProgressWords();
  return (
    <span
      role="status"
      className={`text-sm ${progress.type === 'no-agent' ? 'text-state-failed' : 'text-text-quiet'}`}
    >
      {words(progress)}
    </span>
  );
}

function useProgressWords(): (progress: HandoffProgress) => string {
  const { t } = useTranslation('handoff');
  return (progress) => {
    switch (progress.type) {
      case 'offering':
        return progress.name === null ? t('step.offering') : t('step.offeringTo', { name: progress.name });
      case 'joining-other':
        return t('step.joiningOther', { name: progress.name });
      case 'standby-other':
        return t('step.standbyOther', { name: progress.name });
      case 'no-agent':
        return t('failed.no-agent');
    }
  };
}
