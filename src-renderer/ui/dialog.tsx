import { X } from 'lucide-react';
import { type ReactElement, type ReactNode, useEffect, useId, useRef } from 'react';
import { Button } from './button.tsx';

interface DialogProps {
  readonly title: string;
  readonly closeLabel: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** Open while it is rendered. The browser's own dialog: it holds the focus, and Escape closes it. */
export function Dialog({ title, closeLabel, onClose, children }: DialogProps): ReactElement {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    dialog.current?.showModal();
    // The whole of it rather than its first button, which a key would press.
    dialog.current?.focus();
  }, []);

  return (
    <dialog
      ref={dialog}
      tabIndex={-1}
      aria-labelledby={titleId}
      onClose={onClose}
      className="m-auto w-120 max-w-[calc(100vw-32px)] animate-appear rounded-md bg-surface-raised p-0 text-text shadow-float outline-none backdrop:bg-surface-sunken/70"
    >
      <header className="flex items-center justify-between border-line-quiet border-b py-2 pr-2 pl-4">
        <h2 id={titleId} className="font-semibold text-lg">
          {title}
        </h2>
        <Button tone="quiet" size="icon" aria-label={closeLabel} onClick={() => dialog.current?.close()}>
          <X aria-hidden className="size-4" />
        </Button>
      </header>
      <div className="p-4">{children}</div>
    </dialog>
  );
}
