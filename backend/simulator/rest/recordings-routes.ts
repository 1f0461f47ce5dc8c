import { Hono } from 'hono';
import type { Exchange } from '../exchange/exchange.ts';
import type { ConferenceRecording } from '../exchange/recording.ts';
import type { Faults } from '../faults/faults.ts';
import { paginate } from './page.ts';
import { listRecordingsParameters, pageParameters, updateRecordingParameters } from './parameters.ts';
import { conferenceRecordingResource, recordingResource } from './representations.ts';
import { formOf, resourceName } from './requests.ts';
import { silentWav } from './silent-wav.ts';
import { notFound, parseParameters, TwilioError } from './twilio-error.ts';

/** twilio.com/docs/voice/api/recording and /conference-recording-resource */
export function recordingsRoutes({ conferences }: Exchange, faults: Pick<Faults, 'strike'>): Hono {
  const find = (sid: string, path: string): ConferenceRecording => {
    const recording = conferences.recordings.list().find((one) => one.sid === sid);
    if (recording === undefined) throw notFound(path);
    return recording;
  };

  return new Hono()
    .get('/Conferences/:conference/Recordings.json', (c) => {
      const url = new URL(c.req.url);
      const asked = parseParameters(pageParameters, url.searchParams);
      const recordings = conferences.recordings
        .list()
        .filter(({ conferenceSid }) => conferenceSid === c.req.param('conference'));
      const { items, page } = paginate(recordings, asked, url);
      return c.json({ ...page, recordings: items.map(conferenceRecordingResource) });
    })
    .get('/Conferences/:conference/Recordings/:file{.+\\.json}', (c) =>
      c.json(conferenceRecordingResource(find(resourceName(c, 'file'), c.req.path))),
    )
    .post('/Conferences/:conference/Recordings/:file{.+.json}', async (c) => {
      const recording = find(resourceName(c, 'file'), c.req.path);
      const { Status } = parseParameters(updateRecordingParameters, await formOf(c));
      if (Status === 'stopped') throw new TwilioError(400, 20001, 'stopping a recording is not simulated');
      if (!recording.pause(Status === 'paused')) {
        throw new TwilioError(400, 21220, 'Unable to update record. Recording is not in progress');
      }
      return c.json(conferenceRecordingResource(recording));
    })
    .get('/Recordings.json', (c) => {
      const url = new URL(c.req.url);
      const asked = parseParameters(listRecordingsParameters, url.searchParams);
      const recordings = conferences.recordings
        .list()
        .filter(
          ({ conferenceSid }) => asked.ConferenceSid === undefined || asked.ConferenceSid === conferenceSid,
        );
      const { items, page } = paginate(recordings, asked, url);
      return c.json({ ...page, recordings: items.map(recordingResource) });
    })
    .get('/Recordings/:file{RE[0-9a-f]+\\.json}', (c) =>
      c.json(recordingResource(find(resourceName(c, 'file'), c.req.path))),
    )
    .get('/Recordings/:file{RE[0-9a-f]+(\\.wav)?}', (c) => {
      const recording = find(c.req.param('file').replace(/\.wav$/, ''), c.req.path);
      const status = recording.status();
      if (status.type !== 'completed') throw notFound(c.req.path);
      if (faults.strike('recording-sound', recording.conferenceSid) !== null) return c.body(null, 503);
      return c.body(silentWav(status.durationSeconds), 200, { 'content-type': 'audio/x-wav' });
    })
    .delete('/Recordings/:file{RE[0-9a-f]+.json}', (c) => {
      conferences.recordings.remove(find(resourceName(c, 'file'), c.req.path));
      return c.body(null, 204);
    });
}
