import { Tooltip } from 'radix-ui';
import { type ReactElement, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FigureId } from '../../../backend/contract/reports.ts';

/** The name of a figure; what it counts is said when it is pointed at, has the focus, or is pressed. */
export function Term({ figure }: { readonly figure: FigureId }): ReactElement {
  const { t } = useTranslation('reports');
  const [open, setOpen] = useState(false);
  const trigger = useRef<HTMLButtonElement>(null);
  // What is scrolled into sight because it gets the focus would close at once.
  const change = (wanted: boolean): void => setOpen(wanted || trigger.current === document.activeElement);
  return (
    <Tooltip.Provider delayDuration={150}>
      <Tooltip.Root open={open} onOpenChange={change}>
        <Tooltip.Trigger asChild>
          <button
            ref={trigger}
            type="button"
            className="text-left underline decoration-dotted underline-offset-4 hover:text-text"
            // Pressed, it would close, and where there is no pointer to hover with never be open.
            onClick={(event) => {
              event.preventDefault();
              setOpen(true);
            }}
          >
            {t(`figure.${figure}`)}
          </button>
        </Tooltip.Trigger>
        <Tooltip.Portal>
          <Tooltip.Content
            side="bottom"
            align="start"
            sideOffset={6}
            collisionPadding={8}
            onEscapeKeyDown={(event) => {
              // Else it would ask to be closed as when it is scrolled.
              event.preventDefault();
              setOpen(false);
            }}
            className="z-50 max-w-80 animate-appear text-pretty rounded-sm bg-surface-raised px-3 py-2 text-sm shadow-float"
          >
            {t(`meaning.${figure}`)}
          </Tooltip.Content>
        </Tooltip.Portal>
      </Tooltip.Root>
    </Tooltip.Provider>
  );
}
