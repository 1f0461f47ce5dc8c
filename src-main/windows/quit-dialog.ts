import { dialog } from 'electron';
import type { Texts } from '../language/texts.ts';

/** The system's own question whether a call may end with the app. Whoever closes it stays. */
export async function askToQuit(
  { appName, quitInCall }: Texts,
  stands: AbortSignal,
): Promise<'quit' | 'stay'> {
  const { response } = await dialog.showMessageBox({
    type: 'warning',
    title: appName,
    message: quitInCall.ask,
    buttons: [quitInCall.yes, quitInCall.no],
    defaultId: 1,
    cancelId: 1,
    signal: stands,
  });
  return response === 0 ? 'quit' : 'stay';
}
