import { createHash, createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import type { BucketAccess } from '../../backend/recordings/recording-bucket.ts';
import { freePort } from './free-port.ts';

/** Storage for one bucket, as strict as Amazon's: every signature and checksum is worked out again. */
export interface S3Server extends AsyncDisposable {
  readonly access: BucketAccess;
  readonly objects: Map<string, Buffer>;
  /** What was asked for, as `GET /recordings/one.wav bytes=0-9`. */
  readonly requests: readonly string[];
}

export async function startS3Server(): Promise<S3Server> {
  const port = await freePort();
  const access: BucketAccess = {
    endpoint: `http://localhost:${port}`,
    bucket: 'recordings',
    region: 'ap-northeast-1',
    keyId: 'the-key',
    secret: 'the-secret',
  };
  const objects = new Map<string, Buffer>();
  const requests: string[] = [];
  const server = createServer(async (request, response) => {
    const body = await buffer(request);
    requests.push([request.method, request.url, request.headers.range].filter(Boolean).join(' '));
    if (!isSigned(request, access)) {
      refuse(response, 403, 'SignatureDoesNotMatch');
      return;
    }
    answer({ request, response, body, objects });
  });
  await new Promise<void>((resolve) => server.listen(port, resolve));
  return {
    access,
    objects,
    requests,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly body: Buffer;
  readonly objects: Map<string, Buffer>;
}

function answer({ request, response, body, objects }: Exchange): void {
  const key = request.url ?? '';
  const stored = objects.get(key);
  if (!key.startsWith('/recordings/')) {
    refuse(response, 404, 'NoSuchBucket');
    return;
  }
  if (request.method === 'PUT') {
    store({ request, response, body, objects });
    return;
  }
  if (request.method === 'DELETE') {
    objects.delete(key);
    response.writeHead(204).end();
    return;
  }
  if (stored === undefined) {
    refuse(response, 404, 'NoSuchKey');
    return;
  }
  const etag = createHash('md5').update(stored).digest('hex');
  const [, from, to] = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? '') ?? [];
  const part = from === undefined ? stored : stored.subarray(Number(from), Number(to) + 1);
  response.writeHead(from === undefined ? 200 : 206, { etag, 'content-length': part.length });
  response.end(request.method === 'HEAD' ? undefined : part);
}

function store({ request, response, body, objects }: Exchange): void {
  if (request.headers['content-length'] === undefined) {
    refuse(response, 411, 'MissingContentLength');
    return;
  }
  if (sha256(body) !== request.headers['x-amz-content-sha256']) {
    refuse(response, 400, 'XAmzContentSHA256Mismatch');
    return;
  }
  objects.set(request.url ?? '', body);
  response.writeHead(200).end();
}

function refuse(response: ServerResponse, status: number, code: string): void {
  response
    .writeHead(status, { 'content-type': 'application/xml' })
    .end(`<Error><Code>${code}</Code></Error>`);
}

/** (docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html) */
function isSigned(
  { method, url, headers }: IncomingMessage,
  { keyId, secret, region }: BucketAccess,
): boolean {
  const pattern =
    /Credential=([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request, ?SignedHeaders=([^,]+), ?Signature=(\w+)/;
  const [, key, day, signedRegion, names = '', signature] = pattern.exec(headers.authorization ?? '') ?? [];
  if (day === undefined || key !== keyId || signedRegion !== region) return false;
  const signed = names.split(';').map((name) => `${name}:${headers[name]}\n`);
  const canonical = [method, url, '', signed.join(''), names, headers['x-amz-content-sha256']].join('\n');
  const scope = `${day}/${region}/s3/aws4_request`;
  const text = ['AWS4-HMAC-SHA256', headers['x-amz-date'], scope, sha256(canonical)].join('\n');
  const signingKey = [day, region, 's3', 'aws4_request'].reduce<Buffer | string>(
    (made, part) => createHmac('sha256', made).update(part).digest(),
    `AWS4${secret}`,
  );
  return createHmac('sha256', signingKey).update(text).digest('hex') === signature;
}

function sha256(content: Buffer | string): string {
  return createHash('sha256').update(content).digest('hex');
}
