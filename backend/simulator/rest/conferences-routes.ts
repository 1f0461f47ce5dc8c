import { Hono } from 'hono';
import type { ConferenceRoom } from '../exchange/conference-room.ts';
import type { Exchange } from '../exchange/exchange.ts';
import { paginate } from './page.ts';
import { listConferencesParameters, updateConferenceParameters } from './parameters.ts';
import { conferenceResource, conferenceStatus } from './representations.ts';
import { formOf, resourceName } from './requests.ts';
import { notFound, parseParameters } from './twilio-error.ts';

/** twilio.com/docs/voice/api/conference-resource */
export function conferencesRoutes({ conferences }: Exchange): Hono {
  const find = (sid: string, path: string): ConferenceRoom => {
    const room = conferences.find(sid);
    if (room === undefined) throw notFound(path);
    return room;
  };

  return new Hono()
    .get('/Conferences.json', (c) => {
      const url = new URL(c.req.url);
      const asked = parseParameters(listConferencesParameters, url.searchParams);
      const rooms = conferences
        .list()
        .filter((room) => asked.FriendlyName === undefined || room.friendlyName === asked.FriendlyName)
        .filter((room) => asked.Status === undefined || conferenceStatus(room) === asked.Status);
      const { items, page } = paginate(rooms, asked, url);
      return c.json({ ...page, conferences: items.map(conferenceResource) });
    })
    .get('/Conferences/:file{CF[0-9a-f]+\\.json}', (c) =>
      c.json(conferenceResource(find(resourceName(c, 'file'), c.req.path))),
    )
    .post('/Conferences/:file{CF[0-9a-f]+\\.json}', async (c) => {
      const room = find(resourceName(c, 'file'), c.req.path);
      parseParameters(updateConferenceParameters, await formOf(c));
      room.end();
      return c.json(conferenceResource(room));
    });
}
