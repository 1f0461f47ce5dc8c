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

  function offeringWords({ name, others }: Extract<HandoffProgress, { type: 'offering' }>): string {
    if (name === null) return t('step.offering');
    return others === 0 ? t('step.offeringTo', { name }) : t('step.offeringToMore', { name, others });
  }

  return (progress) => {
    switch (progress.type) {
      case 'offering':
        return offeringWords(progress);
      case 'joining-other':
        return t('step.joiningOther', { name: progress.name });
      case 'standby-other':
        return t('step.standbyOther', { name: progress.name });
      case 'no-agent':
        return t('failed.no-agent');
    }
  };
}
