import { Hono } from 'hono';
import type { SimulatedClock } from '../clock.ts';
import { createSid } from '../exchange/sids.ts';
import { type Holdings, unhandled, type VoiceHandling } from '../holdings/holdings.ts';
import {
  applicationParameters,
  createKeyParameters,
  listApplicationsParameters,
  listKeysParameters,
  listNumbersParameters,
  updateNumberParameters,
  type VoiceHandlingParameters,
} from './holdings-parameters.ts';
import {
  applicationResource,
  keyResource,
  newKeyResource,
  numberResource,
  verifiedCallerResource,
} from './holdings-representations.ts';
import { paginate } from './page.ts';
import { formOf, resourceName } from './requests.ts';
import { notFound, parseParameters } from './twilio-error.ts';

/** twilio.com/docs/phone-numbers/api/incomingphonenumber-resource and /docs/voice/api/outgoing-caller-ids */
export function numbersRoutes(holdings: Holdings, clock: SimulatedClock): Hono {
  const find = (sid: string, path: string) => found(holdings.numbers(), sid, path);
  return new Hono()
    .get('/IncomingPhoneNumbers.json', (c) => {
      const url = new URL(c.req.url);
      const asked = parseParameters(listNumbersParameters, url.searchParams);
      const { items, page } = paginate(holdings.numbers().filter(hasNumber(asked.PhoneNumber)), asked, url);
      return c.json({ ...page, incoming_phone_numbers: items.map(numberResource) });
    })
    .get('/IncomingPhoneNumbers/:file{PN.+\\.json}', (c) =>
      c.json(numberResource(find(resourceName(c, 'file'), c.req.path))),
    )
    .post('/IncomingPhoneNumbers/:file{PN.+\\.json}', async (c) => {
      const number = find(resourceName(c, 'file'), c.req.path);
      const change = parseParameters(updateNumberParameters, await formOf(c));
      const changed = {
        ...number,
        ...handlingOf(number, change),
        updatedAt: clock.now(),
      };
      holdings.changeNumber(changed);
      return c.json(numberResource(changed));
    })
    .get('/OutgoingCallerIds.json', (c) => {
      const url = new URL(c.req.url);
      const asked = parseParameters(listNumbersParameters, url.searchParams);
      const callers = holdings.verifiedCallers.filter(hasNumber(asked.PhoneNumber));
      const { items, page } = paginate(callers, asked, url);
      return c.json({
        ...page,
        outgoing_caller_ids: items.map((caller) => verifiedCallerResource(caller, clock.now())),
      });
    });
}

/** twilio.com/docs/usage/api/applications */
export function applicationsRoutes(holdings: Holdings, clock: SimulatedClock): Hono {
  const find = (sid: string, path: string) => found(holdings.applications(), sid, path);
  return new Hono()
    .get('/Applications.json', (c) => {
      const url = new URL(c.req.url);
      const asked = parseParameters(listApplicationsParameters, url.searchParams);
      const applications = holdings
        .applications()
        .filter(({ friendlyName }) => (asked.FriendlyName ?? friendlyName) === friendlyName);
      const { items, page } = paginate(applications, asked, url);
      return c.json({ ...page, applications: items.map(applicationResource) });
    })
    .post('/Applications.json', async (c) => {
      const { FriendlyName, ...handling } = parseParameters(applicationParameters, await formOf(c));
      const now = clock.now();
      const application = {
        ...handlingOf(unhandled, handling),
        sid: createSid('AP'),
        friendlyName: FriendlyName ?? '',
        createdAt: now,
        updatedAt: now,
      };
      holdings.keepApplication(application);
      return c.json(applicationResource(application), 201);
    })
    .get('/Applications/:file{AP.+\\.json}', (c) =>
      c.json(applicationResource(find(resourceName(c, 'file'), c.req.path))),
    )
    .post('/Applications/:file{AP.+\\.json}', async (c) => {
      const application = find(resourceName(c, 'file'), c.req.path);
      const { FriendlyName, ...handling } = parseParameters(applicationParameters, await formOf(c));
      const changed = {
        ...application,
        ...handlingOf(application, handling),
        friendlyName: FriendlyName ?? application.friendlyName,
        updatedAt: clock.now(),
      };
      holdings.keepApplication(changed);
      return c.json(applicationResource(changed));
    });
}

/** twilio.com/docs/iam/api-keys/keys-resource-v2010 */
export function keysRoutes(holdings: Holdings, clock: SimulatedClock): Hono {
  return new Hono()
    .get('/Keys.json', (c) => {
      const url = new URL(c.req.url);
      const { items, page } = paginate(
        holdings.keys(),
        parseParameters(listKeysParameters, url.searchParams),
        url,
      );
      return c.json({ ...page, keys: items.map(keyResource) });
    })
    .post('/Keys.json', async (c) => {
      const { FriendlyName } = parseParameters(createKeyParameters, await formOf(c));
      return c.json(newKeyResource(holdings.createKey(FriendlyName, clock.now())), 201);
    })
    .get('/Keys/:file{SK.+\\.json}', (c) =>
      c.json(keyResource(found(holdings.keys(), resourceName(c, 'file'), c.req.path))),
    );
}

function found<Held extends { readonly sid: string }>(
  among: readonly Held[],
  sid: string,
  path: string,
): Held {
  const one = among.find((held) => held.sid === sid);
  if (one === undefined) throw notFound(path);
  return one;
}

function hasNumber(wanted: string | undefined) {
  return ({ phoneNumber }: { readonly phoneNumber: string }) => (wanted ?? phoneNumber) === phoneNumber;
}

/** What is not mentioned stays. */
function handlingOf(before: VoiceHandling, change: VoiceHandlingParameters): VoiceHandling {
  return {
    voiceUrl: change.VoiceUrl ?? before.voiceUrl,
    voiceMethod: change.VoiceMethod ?? before.voiceMethod,
    voiceFallbackUrl: change.VoiceFallbackUrl ?? before.voiceFallbackUrl,
    voiceFallbackMethod: change.VoiceFallbackMethod ?? before.voiceFallbackMethod,
    statusCallback: change.StatusCallback ?? before.statusCallback,
    statusCallbackMethod: change.StatusCallbackMethod ?? before.statusCallbackMethod,
  };
}
