import { Hono } from 'hono';
import { simulatedAccount } from '../account.ts';
import type { Carrier } from '../carrier.ts';
import type { Exchange } from '../exchange/exchange.ts';
import { restFaults } from '../faults/faulty-rest.ts';
import type { Access, Holdings } from '../holdings/holdings.ts';
import { API_VERSION } from '../webhooks/call-parameters.ts';
import { callsRoutes } from './calls-routes.ts';
import { conferencesRoutes } from './conferences-routes.ts';
import { dialingPermissionsRoutes } from './dialing-permissions-routes.ts';
import { accountResource } from './holdings-representations.ts';
import { applicationsRoutes, keysRoutes, numbersRoutes } from './holdings-routes.ts';
import { participantsRoutes } from './participants-routes.ts';
import { recordingsRoutes } from './recordings-routes.ts';
import { transcriptionsRoutes } from './transcriptions-routes.ts';
import { errorBody, notFound, TwilioError } from './twilio-error.ts';
import { voiceRecordingsRoutes } from './voice-recordings-routes.ts';

/** Twilio's REST API as far as the product uses it, under `/2010-04-01/Accounts/{sid}`. */
export function createRestApi(
  exchange: Exchange,
  {
    voiceRecordings,
    faults,
    clock,
    holdings,
  }: Pick<Carrier, 'voiceRecordings' | 'faults' | 'clock'> & { readonly holdings: Holdings },
): Hono {
  const account = `/${API_VERSION}/Accounts/:accountSid`;
  const api = new Hono();
  const openedAt = clock.now();
  for (const place of [`/${API_VERSION}/Accounts/*`, '/v1/*']) {
    api.use(place, async (c, next) => {
      refuseUnlessAllowed(accessOf(c.req.header('authorization'), holdings), c.req.path);
      await next();
    });
  }
  api.route('/v1', dialingPermissionsRoutes(holdings));
  api.get(`/${API_VERSION}/Accounts/${simulatedAccount.accountSid}.json`, (c) =>
    c.json(accountResource(holdings.account, openedAt)),
  );
  api.use(`${account}/*`, async (c, next) => {
    if (c.req.param('accountSid') !== simulatedAccount.accountSid) throw notFound(c.req.path);
    await next();
  });
  api.use(`${account}/*`, restFaults(faults, clock));
  for (const routes of [
    callsRoutes(exchange, holdings),
    conferencesRoutes(exchange),
    participantsRoutes(exchange, holdings),
    // What is not of a conference is looked for among the recordings of conferences next.
    voiceRecordingsRoutes(voiceRecordings),
    recordingsRoutes(exchange, faults),
    transcriptionsRoutes(exchange),
    numbersRoutes(holdings, clock),
    applicationsRoutes(holdings, clock),
    keysRoutes(holdings, clock),
  ]) {
    api.route(account, routes);
  }
  api.all(`/${API_VERSION}/*`, (c) => c.json(errorBody(notFound(c.req.path)), 404));
  api.onError((error, c) => {
    if (error instanceof TwilioError) return c.json(errorBody(error), error.status);
    throw error;
  });
  return api;
}

function accessOf(header: string | undefined, holdings: Holdings): Access {
  const credentials = /^Basic (.+)$/i.exec(header ?? '')?.[1];
  if (credentials === undefined) return 'none';
  const [user = '', ...password] = Buffer.from(credentials, 'base64').toString('utf8').split(':');
  return holdings.accessWith(user, password.join(':'));
}

/** A Standard key may do everything but look at the account and at keys. (twilio.com/docs/iam/api-keys) */
function refuseUnlessAllowed(access: Access, path: string): void {
  if (access === 'test') {
    throw new TwilioError(403, 20008, 'Resource not accessible with Test Account Credentials');
  }
  const forMainOnly = /\/Accounts\/[^/]+(\.json|\/Keys.*)$/.test(path);
  if (access === 'none' || (access === 'key' && forMainOnly)) {
    throw new TwilioError(401, 20003, 'Authentication Error - invalid username');
  }
}
