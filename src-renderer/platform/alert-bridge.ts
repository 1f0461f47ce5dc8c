import type { AlertBridge } from '../../src-main/ipc/contract/bridges.ts';

export type { AlertBridge } from '../../src-main/ipc/contract/bridges.ts';
export type { ShownAlert } from '../../src-main/ipc/contract/shown.ts';

declare global {
  interface Window {
    /** Put there by the preload script of the desktop app's alert window; no other page has it. */
    readonly alertWindow?: AlertBridge;
  }
}
