import { Hono } from 'hono';
import type { z } from 'zod';
import type { Call } from '../exchange/calls.ts';
import type { Exchange } from '../exchange/exchange.ts';
import { requestOf } from '../exchange/transcriptions.ts';
import type { TranscriptionSettings } from '../twiml/verbs.ts';
import { createTranscriptionParameters, updateTranscriptionParameters } from './parameters.ts';
import { transcriptionResource } from './representations.ts';
import { formOf, resourceName } from './requests.ts';
import { notFound, parseParameters, TwilioError } from './twilio-error.ts';

/** twilio.com/docs/voice/api/realtime-transcription-resource */
export function transcriptionsRoutes(exchange: Exchange): Hono {
  const find = (sid: string, path: string): Call => {
    const call = exchange.calls.find(sid);
    if (call === undefined) throw notFound(path);
    return call;
  };

  return new Hono()
    .post('/Calls/:call/Transcriptions.json', async (c) => {
      const call = find(c.req.param('call'), c.req.path);
      if (call.leg.phase().type !== 'in-progress')
        throw new TwilioError(400, 21220, 'Call is not in-progress.');
      const parameters = parseParameters(createTranscriptionParameters, await formOf(c));
      return c.json(
        transcriptionResource(exchange.transcriptions.start(call.leg, requestOf(settings(parameters)))),
        200,
      );
    })
    .post('/Calls/:call/Transcriptions/:file{.+\\.json}', async (c) => {
      const call = find(c.req.param('call'), c.req.path);
      const transcription = exchange.transcriptions.find(call.leg, resourceName(c, 'file'));
      if (transcription === undefined) throw notFound(c.req.path);
      parseParameters(updateTranscriptionParameters, await formOf(c));
      transcription.stop();
      return c.json(transcriptionResource(transcription));
    });
}

/** The same settings as a document's, by the names of its attributes. */
function settings(parameters: z.output<typeof createTranscriptionParameters>): TranscriptionSettings {
  return {
    name: parameters.Name,
    track: parameters.Track,
    statusCallbackUrl: parameters.StatusCallbackUrl,
    statusCallbackMethod: parameters.StatusCallbackMethod,
    inboundTrackLabel: parameters.InboundTrackLabel,
    outboundTrackLabel: parameters.OutboundTrackLabel,
    partialResults: parameters.PartialResults,
    languageCode: parameters.LanguageCode,
    transcriptionEngine: parameters.TranscriptionEngine,
    profanityFilter: parameters.ProfanityFilter,
    speechModel: parameters.SpeechModel,
    hints: parameters.Hints,
    enableAutomaticPunctuation: parameters.EnableAutomaticPunctuation,
  };
}
