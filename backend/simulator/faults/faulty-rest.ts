import { ServerResponse } from 'node:http';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { Context, MiddlewareHandler } from 'hono';
import { z } from 'zod';
import type { SimulatedClock } from '../clock.ts';
import { formOf } from '../rest/requests.ts';
import { errorBody, type TwilioErrorBody } from '../rest/twilio-error.ts';
import { limitCreates } from './creates-limit.ts';
import type { Faults } from './faults.ts';

/** Longer than applications wait for Twilio's REST API. */
const NO_ANSWER_MS = 10_000;

/** The REST API as it is on a bad day: it refuses, breaks, or says nothing, before or after it did what it was asked. */
export function restFaults(faults: Faults, clock: SimulatedClock): MiddlewareHandler {
  const mayCreate = limitCreates(clock);

  function isBeyondLimit(c: Context): boolean {
    const { callsPerSecond } = faults.plan();
    return callsPerSecond !== null && isCreate(c) && !mayCreate(callsPerSecond);
  }

  function silence(c: Context): Promise<Response> {
    return new Promise((resolve) => clock.after(NO_ANSWER_MS, () => resolve(hangUp(c))));
  }

  return async (c, next) => {
    const about = await subjectOf(c, faults);
    if (isBeyondLimit(c)) {
      faults.note('calls-per-second', about);
      return c.json(throttled, 429);
    }
    switch (faults.strike('rest-request', about)) {
      case 'rest-throttled':
        return c.json(throttled, 429);
      case 'rest-error-before':
        return c.json(broken, 500);
      case 'rest-error-after':
        await next();
        c.res = c.json(broken, 500);
        return undefined;
      case 'rest-timeout-before':
        return silence(c);
      case 'rest-timeout-after':
        await next();
        c.res = await silence(c);
        return undefined;
      default:
        return next();
    }
  };
}

const throttled: TwilioErrorBody = errorBody({ code: 20_429, message: 'Too Many Requests', status: 429 });
const broken: TwilioErrorBody = errorBody({ code: 20_500, message: 'Internal Server Error', status: 500 });

function isCreate(c: Context): boolean {
  return c.req.method === 'POST' && /\/(Calls|Participants)\.json$/.test(c.req.path);
}

/** The conference or call that is named; a conference into which a customer is dialled belongs to them from then on. */
async function subjectOf(c: Context, faults: Faults): Promise<string> {
  const named = /\/(?:Conferences|Calls)\/([^/.]+)/.exec(c.req.path)?.[1];
  const to = isCreate(c) ? (await formOf(c)).get('To') : null;
  if (named !== undefined && to?.startsWith('+')) faults.belongs(named, to);
  return named ?? new URL(c.req.url).searchParams.get('FriendlyName') ?? 'everybody';
}

const served = z.object({ outgoing: z.instanceof(ServerResponse) });

/** Breaks the connection off without an answer. */
function hangUp(c: Context): Response {
  const { outgoing } = served.parse(c.env);
  outgoing.destroy();
  return RESPONSE_ALREADY_SENT;
}
