import { Hono } from 'hono';
import { simulatedAccount } from '../account.ts';
import type { Carrier } from '../carrier.ts';
import type { Exchange } from '../exchange/exchange.ts';
import { restFaults } from '../faults/faulty-rest.ts';
import { API_VERSION } from '../webhooks/call-parameters.ts';
import { callsRoutes } from './calls-routes.ts';
import { conferencesRoutes } from './conferences-routes.ts';
import { participantsRoutes } from './participants-routes.ts';
import { recordingsRoutes } from './recordings-routes.ts';
import { transcriptionsRoutes } from './transcriptions-routes.ts';
import { errorBody, notFound, TwilioError } from './twilio-error.ts';
import { voiceRecordingsRoutes } from './voice-recordings-routes.ts';

/** Twilio's REST API as far as the product uses it, under `/2010-04-01/Accounts/{sid}`. */
export function createRestApi(
  exchange: Exchange,
  { voiceRecordings, faults, clock }: Pick<Carrier, 'voiceRecordings' | 'faults' | 'clock'>,
): Hono {
  const account = `/${API_VERSION}/Accounts/:accountSid`;
  const api = new Hono();
  api.use(`${account}/*`, async (c, next) => {
    if (!isAuthorized(c.req.header('authorization'))) {
      throw new TwilioError(401, 20003, 'Authentication Error - invalid username');
    }
    if (c.req.param('accountSid') !== simulatedAccount.accountSid) throw notFound(c.req.path);
    await next();
  });
  api.use(`${account}/*`, restFaults(faults, clock));
  for (const routes of [
    callsRoutes(exchange),
    conferencesRoutes(exchange),
    participantsRoutes(exchange),
    // What is not of a conference is looked for among the recordings of conferences next.
    voiceRecordingsRoutes(voiceRecordings),
    recordingsRoutes(exchange),
    transcriptionsRoutes(exchange),
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

function isAuthorized(header: string | undefined): boolean {
  const credentials = /^Basic (.+)$/i.exec(header ?? '')?.[1];
  if (credentials === undefined) return false;
  const { accountSid, authToken, apiKeySid, apiKeySecret } = simulatedAccount;
  const given = Buffer.from(credentials, 'base64').toString('utf8');
  return given === `${accountSid}:${authToken}` || given === `${apiKeySid}:${apiKeySecret}`;
}
