import { Hono } from 'hono';
import type { VoiceRecording, VoiceRecordings } from '../exchange/voice-recordings.ts';
import { paginate } from './page.ts';
import { listRecordingsParameters } from './parameters.ts';
import { voiceRecordingResource } from './representations.ts';
import { parseParameters } from './twilio-error.ts';
import { wavOf } from './voice-wav.ts';

/** twilio.com/docs/voice/api/recording, of those that `<Record>` made. What is none of them is left to the next routes. */
export function voiceRecordingsRoutes(recordings: VoiceRecordings): Hono {
  const named = (file: string): VoiceRecording | undefined => recordings.find(file.replace(/\.\w+$/, ''));

  return new Hono()
    .get('/Recordings.json', async (c, next) => {
      const url = new URL(c.req.url);
      const asked = parseParameters(listRecordingsParameters, url.searchParams);
      if (asked.CallSid === undefined) return next();
      const { items, page } = paginate(
        recordings.list().filter(({ callSid }) => callSid === asked.CallSid),
        asked,
        url,
      );
      return c.json({ ...page, recordings: items.map(voiceRecordingResource) });
    })
    .get('/Recordings/:file', async (c, next) => {
      const file = c.req.param('file');
      const recording = named(file);
      if (recording === undefined) return next();
      return file.endsWith('.json')
        ? c.json(voiceRecordingResource(recording))
        : c.body(wavOf(recording.frames), 200, { 'content-type': 'audio/x-wav' });
    })
    .delete('/Recordings/:file', async (c, next) => {
      const recording = named(c.req.param('file'));
      if (recording === undefined) return next();
      recordings.remove(recording.sid);
      return c.body(null, 204);
    });
}
