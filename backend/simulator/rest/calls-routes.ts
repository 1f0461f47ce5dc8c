import { Hono } from 'hono';
import type { Call } from '../exchange/calls.ts';
import type { Exchange } from '../exchange/exchange.ts';
import type { Holdings } from '../holdings/holdings.ts';
import type { ProgramStart } from '../twiml/program.ts';
import { type CallParameters, newCall } from './new-call.ts';
import { paginate } from './page.ts';
import { createCallParameters, listCallsParameters, updateCallParameters } from './parameters.ts';
import { callResource, restStatus } from './representations.ts';
import { formOf, resourceName } from './requests.ts';
import { notFound, parseParameters, TwilioError } from './twilio-error.ts';

/** twilio.com/docs/voice/api/call-resource */
export function callsRoutes(exchange: Exchange, { mayShow }: Pick<Holdings, 'mayShow'>): Hono {
  const find = (name: string, path: string): Call => {
    const call = exchange.calls.find(name);
    if (call === undefined) throw notFound(path);
    return call;
  };

  return new Hono()
    .get('/Calls.json', (c) => {
      const url = new URL(c.req.url);
      const asked = parseParameters(listCallsParameters, url.searchParams);
      const calls = exchange.calls
        .list()
        .filter(({ leg }) => asked.To === undefined || leg.to === asked.To)
        .filter(({ leg }) => asked.From === undefined || leg.from === asked.From)
        .filter(({ leg }) => asked.Status === undefined || restStatus(leg.phase()) === asked.Status);
      const { items, page } = paginate(calls, asked, url);
      return c.json({ ...page, calls: items.map(callResource) });
    })
    .post('/Calls.json', async (c) => {
      const parameters = parseParameters(createCallParameters, await formOf(c));
      const call = exchange.createCall(
        newCall(parameters, machineCallback(parameters), mayShow),
        programStart(parameters),
      );
      if (call === null) throw notFound(parameters.To);
      return c.json(callResource(call), 201);
    })
    .get('/Calls/:file{.+\\.json}', (c) => c.json(callResource(find(resourceName(c, 'file'), c.req.path))))
    .post('/Calls/:file{CA[0-9a-f]+\\.json}', async (c) => {
      const call = find(resourceName(c, 'file'), c.req.path);
      const change = parseParameters(updateCallParameters, await formOf(c));
      const { type } = call.leg.phase();
      if (type === 'ended') throw new TwilioError(400, 21220, 'Invalid call state');
      if (change.Status !== undefined) call.leg.hangUp();
      else if (type === 'in-progress') exchange.redirect(call, newInstructions(change));
      else throw new TwilioError(400, 21220, 'Call is not in-progress. Cannot redirect.');
      return c.json(callResource(call));
    });
}

function machineCallback(parameters: CallParameters): { url: string; method: 'GET' | 'POST' } | null {
  const { AsyncAmdStatusCallback: url, AsyncAmdStatusCallbackMethod: method } = parameters;
  return url === undefined ? null : { url, method };
}

type Instructions = Pick<CallParameters, 'Url' | 'Method' | 'Twiml' | 'FallbackUrl' | 'FallbackMethod'>;

/** With both, Twilio takes the URL. */
function programStart({ Url, Method, Twiml, FallbackUrl, FallbackMethod }: Instructions): ProgramStart {
  const fallback = FallbackUrl === undefined ? null : { url: FallbackUrl, method: FallbackMethod };
  if (Url !== undefined) return { type: 'url', url: Url, method: Method, fallback };
  if (Twiml !== undefined) return { type: 'twiml', twiml: Twiml };
  throw new TwilioError(400, 21205, 'Url parameter is required.');
}

function newInstructions(change: Instructions): ProgramStart {
  if (change.Url !== undefined && !/^https?:\/\//.test(change.Url)) {
    throw new TwilioError(400, 15004, 'The call update URL must be absolute.');
  }
  return programStart(change);
}
