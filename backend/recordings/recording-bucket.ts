import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { AwsV4Signer } from 'aws4fetch';
import type { Checksum, RecordingFiles } from './recording-files.ts';
import { createRecordingFiles, hashOf, streamed } from './recording-files.ts';

/** Where recordings are kept, at Amazon or whoever speaks its protocol. */
export interface BucketAccess {
  /** Without a slash at its end. */
  readonly endpoint: string;
  readonly bucket: string;
  readonly region: string;
  readonly keyId: string;
  readonly secret: string;
}

interface BucketRequest {
  readonly method: 'GET' | 'PUT' | 'HEAD' | 'DELETE';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: ReadableStream<Uint8Array>;
}

/**
 * Our copies of the recordings on storage that speaks S3. Each comes through a file in `folder` first, because its length and checksum
 * must be known before it is sent: the storage then refuses what does not arrive as it was. Storage that has not begun to answer after
 * `patienceMs` fails; what it sends then may take as long as whoever listens.
 */
export function createRecordingBucket(
  access: BucketAccess,
  folder: string,
  patienceMs = 60_000,
): RecordingFiles {
  const waiting = createRecordingFiles(folder);
  /** The tags of those that were found good. */
  const good = new Map<string, string>();
  const urlOf = (recordingRef: string): string =>
    `${access.endpoint}/${access.bucket}/${encodeURIComponent(recordingRef)}.wav`;

  async function send(recordingRef: string, { body, ...request }: BucketRequest): Promise<Response> {
    const { keyId: accessKeyId, secret: secretAccessKey, region } = access;
    const signer = new AwsV4Signer({
      ...request,
      url: urlOf(recordingRef),
      accessKeyId,
      secretAccessKey,
      region,
      service: 's3',
    });
    const { url, method, headers } = await signer.sign();
    const late = new AbortController();
    const patience = setTimeout(() => late.abort(new Error('the storage did not answer')), patienceMs);
    const { signal } = late;
    const asked = {
      method,
      headers,
      signal,
      ...(body === undefined ? {} : { body, duplex: 'half' as const }),
    };
    return fetch(url, asked).finally(() => clearTimeout(patience));
  }

  async function put(recordingRef: string, { bytes, sha256 }: Checksum): Promise<void> {
    const response = await send(recordingRef, {
      method: 'PUT',
      headers: {
        'content-type': 'audio/wav',
        'content-length': String(bytes),
        'x-amz-content-sha256': sha256,
      },
      body: Readable.toWeb(createReadStream(join(folder, `${recordingRef}.wav`))),
    });
    await settled(response);
  }

  async function* pieces(recordingRef: string, range?: string): AsyncGenerator<Uint8Array> {
    const headers = range === undefined ? {} : { range };
    const response = await send(recordingRef, { method: 'GET', headers });
    if (!response.ok || response.body === null) throw await refusalOf(response);
    yield* response.body;
  }

  /** Changes whenever the object does; null where there is none. */
  async function tagOf(recordingRef: string): Promise<string | null> {
    const response = await send(recordingRef, { method: 'HEAD' });
    if (response.status === 404) return null;
    if (!response.ok) throw await refusalOf(response);
    return response.headers.get('etag') ?? response.headers.get('last-modified') ?? '';
  }

  return {
    async write(recordingRef, sound, isWhole) {
      const checksum = await waiting.write(recordingRef, sound, isWhole);
      try {
        good.delete(recordingRef);
        await put(recordingRef, checksum);
        return checksum;
      } finally {
        await waiting.remove(recordingRef);
      }
    },
    readAll: async (recordingRef) => {
      const all: Uint8Array[] = [];
      for await (const piece of pieces(recordingRef)) all.push(piece);
      return Buffer.concat(all);
    },
    read: (recordingRef, from, to) => streamed(pieces(recordingRef, `bytes=${from}-${to}`)),
    async isIntact(recordingRef, checksum) {
      const tag = await tagOf(recordingRef);
      if (tag === null) return false;
      if (good.get(recordingRef) === tag) return true;
      const intact = (await hashOf(pieces(recordingRef))) === checksum.sha256;
      if (intact) good.set(recordingRef, tag);
      return intact;
    },
    async remove(recordingRef) {
      good.delete(recordingRef);
      const response = await send(recordingRef, { method: 'DELETE' });
      if (response.status !== 404) await settled(response);
    },
    removeUnfinished: () => waiting.removeAll(),
  };
}

async function settled(response: Response): Promise<void> {
  if (!response.ok) throw await refusalOf(response);
  await response.body?.cancel();
}

/** Storage says in its body which of our requests it was, and with whose key: only its code is told. */
async function refusalOf(response: Response): Promise<Error> {
  const code = /<Code>(\w+)<\/Code>/.exec(await response.text())?.[1];
  return new Error(`the storage answered ${response.status}${code === undefined ? '' : ` ${code}`}`);
}
