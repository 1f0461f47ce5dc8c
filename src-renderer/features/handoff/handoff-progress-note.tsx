import { TriangleAlert } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { HandoffProgress } from './handoff-view.ts';

/** At the button: what came of the handoff that the AI or a colleague asked for. */
export function HandoffProgressNote({ progress }: { readonly progress: HandoffProgress }): ReactElement {
  const words = useProgressWords();
  return (
    <p role="status" className="flex items-start gap-2 text-sm text-text-quiet">
      {progress.type === 'no-agent' && (
        <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-state-failed" />
      )}
      <span className={`text-pretty ${progress.type === 'no-agent' ? 'text-text' : ''}`}>
        {words(progress)}
      </span>
    </p>
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
