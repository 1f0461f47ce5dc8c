import { type ReactElement, type ReactNode, useEffect, useRef } from 'react';
import { keyNameOf } from '../platform/keyboard.ts';

interface PaletteDialogProps {
  readonly label: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** Open while it is rendered. Closed by Escape, by a click beside it, and by the key that opened it. */
export function PaletteDialog({ label, onClose, children }: PaletteDialogProps): ReactElement {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  const close = (): void => dialog.current?.close();
  return (
    <dialog
      ref={dialog}
      aria-label={label}
      onClose={onClose}
      onClick={(event) => {
        if (event.target === event.currentTarget) close();
      }}
      onKeyDown={(event) => {
        if (keyNameOf(event) !== 'mod+k') return;
        event.preventDefault();
        close();
      }}
      className="mx-auto mt-[12vh] w-150 max-w-[calc(100vw-32px)] animate-appear overflow-hidden rounded-md bg-surface-raised p-0 text-text shadow-float backdrop:bg-surface-sunken/60"
    >
      {children}
    </dialog>
  );
}
