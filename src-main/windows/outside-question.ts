import { dialog } from 'electron';

/** A question of the system's own, put while its answer matters. */
export interface OutsideQuestion {
  readonly appName: string;
  readonly ask: string;
  readonly detail?: string;
  readonly yes: string;
  readonly no: string;
}

/** Asks outside the console. Whoever closes it says no. */
export async function askOutside(
  { appName, ask, detail, yes, no }: OutsideQuestion,
  stands: AbortSignal,
): Promise<'yes' | 'no'> {
  const { response } = await dialog.showMessageBox({
    type: 'warning',
    title: appName,
    message: ask,
    ...(detail === undefined ? {} : { detail }),
    buttons: [yes, no],
    defaultId: 1,
    cancelId: 1,
    signal: stands,
  });
  return response === 0 ? 'yes' : 'no';
}
