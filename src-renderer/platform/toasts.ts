import { createStore, type StoreApi } from 'zustand';

export interface Toast {
  readonly id: number;
  /** `told`: something that has nothing to do with what the agent has just done. */
  readonly tone: 'done' | 'failed' | 'told';
  readonly text: string;
  /** A way back; it takes the toast away. */
  readonly action: ToastAction | null;
}

interface ToastAction {
  readonly label: string;
  readonly run: () => void;
}

export type ToastStore = StoreApi<readonly Toast[]>;

const shownForMs = { done: 4_000, failed: 8_000, told: 8_000 };
/** Time to notice what one has done. */
const actionShownForMs = 12_000;

export function createToastStore(): ToastStore {
  return createStore<readonly Toast[]>(() => []);
}

/** Says something that needs no answer; it goes by itself, a failure later than a success. */
export function showToast(
  toasts: ToastStore,
  tone: Toast['tone'],
  text: string,
  action: ToastAction | null = null,
): void {
  const id = (toasts.getState().at(-1)?.id ?? 0) + 1;
  toasts.setState([...toasts.getState(), { id, tone, text, action }], true);
  setTimeout(() => dismissToast(toasts, id), action === null ? shownForMs[tone] : actionShownForMs);
}

export function dismissToast(toasts: ToastStore, id: number): void {
  toasts.setState(
    toasts.getState().filter((toast) => toast.id !== id),
    true,
  );
}
