import { Hono } from 'hono';
import { listen } from '../../../../backend/http/listen.ts';
import { systemClock } from '../../../../backend/kernel/clock.ts';
import { createLog } from '../../../../backend/kernel/log.ts';
import { simulatedAccount } from '../../../../backend/simulator/account.ts';
import { issueAccessToken } from '../../../../backend/simulator/gateway/access-token.ts';
import { createSoftphoneGateway } from '../../../../backend/simulator/gateway/softphone-gateway.ts';
import { bundleForBrowser } from '../../../support/browser-bundle.ts';
import { launchVoiceBrowser } from '../../../support/voice-browser.ts';
import { ringEndpoint, type SeenCall } from '../seen-call.ts';
import { openVoiceWindow, type VoiceWindow } from './voice-window.ts';

/** The gateway on a port of its own, and a browser whose microphone hums. */
export interface VoiceNetwork extends AsyncDisposable {
  /** A window with a device that registers itself under the identity, by a good token unless another is given. */
  openWindow(options: { identity: string; windowName: string; token?: () => string }): Promise<VoiceWindow>;
  /** Rings the identity for one of its windows. */
  ring(identity: string, windowName: string): SeenCall;
  /** The same with a test call. */
  ringForTest(identity: string, windowName: string): SeenCall;
}

export async function startVoiceNetwork(): Promise<VoiceNetwork> {
  const gateway = createSoftphoneGateway({
    account: simulatedAccount,
    clock: systemClock,
    log: createLog('silent'),
  });
  const script = await bundleForBrowser(
    new URL('../../../src-renderer/support/voice-page.ts', import.meta.url),
  );
  const app = new Hono()
    .route('/simulator', gateway.app)
    .get('/', (c) => c.html('<!doctype html><script type="module" src="/page.js"></script>'))
    .get('/page.js', (c) => c.body(script, 200, { 'content-type': 'text/javascript' }));
  const listening = await listen(app, { host: 'localhost', port: 0 });
  const browser = await launchVoiceBrowser();

  return {
    openWindow: ({ identity, windowName, token = () => tokenFor(identity) }) =>
      openVoiceWindow(browser, { port: listening.port, token, windowName }),
    ring: (identity, windowName) =>
      ringEndpoint(gateway.endpointFor(identity), { window: windowName, note: 'ミナト工業 & 山田' }),
    ringForTest: (identity, windowName) =>
      ringEndpoint(gateway.endpointFor(identity), { testCallId: 'a-test', clientId: windowName }),
    [Symbol.asyncDispose]: async () => {
      await browser.close();
      gateway[Symbol.dispose]();
      await listening[Symbol.asyncDispose]();
    },
  };
}

export function tokenFor(identity: string, validForMs = 3_600_000): string {
  const now = new Date();
  return issueAccessToken(simulatedAccount, {
    identity,
    now,
    expiresAt: new Date(now.getTime() + validForMs),
  });
}
