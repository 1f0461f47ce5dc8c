import { type CallSession, callSessionSchema } from '../../backend/contract/calls.ts';
import type { CallId } from '../../backend/contract/ids.ts';
import { type Recording, recordingsSchema } from '../../backend/contract/recordings.ts';
import { ask, fetchFile } from './answers.ts';
import type { Transport } from './transport.ts';

/** The recordings of calls. */
export interface RecordingApi {
  recordings(callId: CallId): Promise<Recording[]>;
  /** `file`: to be saved, which is noted as such. */
  recordingSound(callId: CallId, recordingId: string, as: 'sound' | 'file'): Promise<Blob>;
  pauseRecording(callId: CallId, paused: boolean): Promise<CallSession>;
  /** Tries again to fetch those that were given up; admins only. */
  seekRecordings(callId: CallId): Promise<Recording[]>;
}

export function createRecordingApi(transport: Transport): RecordingApi {
  return {
    async recordings(callId) {
      const path = `/api/calls/${callId}/recordings`;
      return (await ask(transport, { method: 'GET', path }, recordingsSchema)).recordings;
    },
    recordingSound: (callId, recordingId, as) =>
      fetchFile(transport, `/api/calls/${callId}/recordings/${recordingId}/sound?as=${as}`),
    pauseRecording: (callId, paused) =>
      ask(
        transport,
        { method: 'PUT', path: `/api/calls/${callId}/recording`, body: { paused } },
        callSessionSchema,
      ),
    async seekRecordings(callId) {
      const path = `/api/calls/${callId}/recordings/seek`;
      return (await ask(transport, { method: 'POST', path, body: {} }, recordingsSchema)).recordings;
    },
  };
}
