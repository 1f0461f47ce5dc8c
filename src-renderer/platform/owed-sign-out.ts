import type { ApiRequest, Transport } from './transport.ts';

const storageKey = 'toritsugi.owes-sign-out';
const signOut = '/api/auth/sign-out';
const signIn = '/api/auth/sign-in/email';

/**
 * For a browser, whose cookie only the server can take away: a sign-out that did not reach it is made up for before anything else is
 * asked, also after a reload, so that nobody finds the session of somebody who has left.
 */
export function owingSignOut(transport: Transport, storage: Storage): Transport {
  async function settle(request: ApiRequest): Promise<Response> {
    const response = await transport(request);
    if (response.ok) storage.removeItem(storageKey);
    return response;
  }

  return async (request) => {
    if (request.path === signOut) {
      storage.setItem(storageKey, 'yes');
      return settle(request);
    }
    if (request.path === signIn) return settle(request);
    if (storage.getItem(storageKey) !== null) await settle({ method: 'POST', path: signOut, body: {} });
    return transport(request);
  };
}
