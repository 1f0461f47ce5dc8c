import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { errorBodySchema } from '../../../backend/contract/errors.ts';
import { type TemplateSet, templateSetSchema } from '../../../backend/contract/templates.ts';
import { audit } from '../../../backend/db/schema/customers.ts';
import { templateAudio, templateVersions } from '../../../backend/db/schema/speech.ts';
import { origin } from '../../support/api.ts';
import { type ComposedBackend, composedBackend } from '../../support/composed-backend.ts';
import { mp3File, wavFile } from '../../support/sound-files.ts';

const closing = '/api/agents/templates/closing/audio';

let backend: ComposedBackend;
let headers: Record<string, string>;

beforeEach(async () => {
  backend = composedBackend();
  headers = await backend.adminHeaders();
});

afterEach(() => backend[Symbol.asyncDispose]());

function put(path: string, body: Uint8Array<ArrayBuffer>, type = 'audio/mpeg') {
  return backend.app.request(path, { method: 'PUT', headers: { ...headers, 'content-type': type }, body });
}

async function refusal(response: Response) {
  const { error } = errorBodySchema.parse(await response.json());
  return { status: response.status, code: error.code, message: error.message };
}

async function setOf(response: Response | Promise<Response>): Promise<TemplateSet> {
  return templateSetSchema.parse(await (await response).json());
}

const texts = () => setOf(backend.app.request('/api/agents/templates', { headers }));
const audioOf = (set: TemplateSet, key = 'closing') =>
  set.templates.find((template) => template.key === key)?.audio;

function save(basedOn: number, own: Record<string, string>) {
  return backend.app.request('/api/agents/templates', {
    method: 'PUT',
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify({ basedOn, texts: own }),
  });
}

function auditedActions(): (readonly [string, string | undefined])[] {
  const entries = backend.database.query.select().from(audit).where(eq(audit.subject, 'template')).all();
  return entries.map(({ action, subjectId }) => [action, subjectId.split('/')[1]]);
}

describe('PUT /api/agents/templates/:key/audio', () => {
  it('takes a file by what is in it, whatever it was called', async () => {
    const set = await setOf(put(`${closing}?basedOn=0`, wavFile({ seconds: 3 }), 'application/octet-stream'));

    expect(set.version).toBe(1);
    expect(audioOf(set)).toEqual({ media: 'audio/wav', seconds: 3 });
    expect(auditedActions()).toEqual([['audio-set', 'closing']]);
  });

  it.each([
    ['words', Buffer.from('これは音声ではありません'), 400, 'audio-unknown', 'MP3'],
    ['half a file', mp3File(3).subarray(0, -50), 400, 'audio-damaged', 'export it again'],
    ['nothing', Buffer.alloc(0), 400, 'audio-unknown', 'MP3'],
    ['too long a file', mp3File(21), 400, 'audio-too-long', 'It lasts 21.0 s: shorten it to 20 s'],
    ['too large a file', Buffer.alloc(2 * 1_024 * 1_024 + 1), 413, 'too-large', '2097152'],
  ])('refuses %s, and says what to do', async (_what, file, status, code, message) => {
    const response = await put(`${closing}?basedOn=0`, file);

    expect(await refusal(response)).toEqual({ status, code, message: expect.stringContaining(message) });
    expect(audioOf(await texts())).toBeNull();
  });

  it('takes a file of nearly two megabytes', async () => {
    const file = Buffer.concat([mp3File(3), Buffer.alloc(2 * 1_024 * 1_024 - 24_000)]);

    expect((await put(`${closing}?basedOn=0`, file)).status).toBe(200);
  });

  it('holds a pitch to its ten seconds', async () => {
    await save(0, { pitch_short: '受付を、ひとつの画面で済ませるサービスでございます。' });

    const response = await put('/api/agents/templates/pitch_short/audio?basedOn=1', mp3File(12));

    expect(await refusal(response)).toMatchObject({ code: 'audio-too-long' });
  });

  it('is refused where the text differs from call to call', async () => {
    const response = await put('/api/agents/templates/initial/audio?basedOn=0', mp3File(3));

    expect(await refusal(response)).toMatchObject({ status: 409, code: 'text-has-variables' });
  });

  it('is refused for another version than the one that is in force', async () => {
    await save(0, { closing: 'それでは、また。' });

    const response = await put(`${closing}?basedOn=0`, mp3File(3));

    expect(await refusal(response)).toMatchObject({ status: 409, code: 'changed-elsewhere' });
  });

  it.each(['PUT', 'GET', 'DELETE'])('finds no such text (%s)', async (method) => {
    const path = `/api/agents/templates/nonsense/audio${method === 'PUT' ? '?basedOn=0' : ''}`;

    const response = await backend.app.request(path, {
      method,
      headers,
      ...(method === 'PUT' ? { body: mp3File(3) } : {}),
    });

    expect(await refusal(response)).toMatchObject({ status: 404 });
  });

  it('is for whoever is signed in', async () => {
    const response = await backend.app.request(`${closing}?basedOn=0`, {
      method: 'PUT',
      headers: { origin },
      body: mp3File(3),
    });

    expect(response.status).toBe(401);
    expect(backend.database.query.select().from(templateAudio).all()).toEqual([]);
  });
});

describe('an audio that was set', () => {
  beforeEach(async () => {
    await put(`${closing}?basedOn=0`, mp3File(3));
  });

  it('can be listened to', async () => {
    const response = await backend.app.request(closing, { headers });

    expect(response.headers.get('content-type')).toBe('audio/mpeg');
    expect(Buffer.from(await response.arrayBuffer()).equals(mp3File(3))).toBe(true);
  });

  it('stays when another text is changed', async () => {
    const set = await setOf(save(1, { silence: 'もしもし。' }));

    expect(audioOf(set)).toEqual({ media: 'audio/mpeg', seconds: 3 });
  });

  it('is not in force any more once its text is another, also when that comes back', async () => {
    const changed = await setOf(save(1, { closing: 'それでは、また。' }));
    const back = await setOf(save(2, {}));

    expect([audioOf(changed), audioOf(back)]).toEqual([null, null]);
    expect(auditedActions()).toEqual([
      ['audio-set', 'closing'],
      ['audio-removed', 'closing'],
    ]);
  });

  it('is spoken again when it is deleted, which changes nothing a second time', async () => {
    await backend.app.request(closing, { method: 'DELETE', headers });
    const set = await setOf(backend.app.request(closing, { method: 'DELETE', headers }));

    expect([set.version, audioOf(set)]).toEqual([2, null]);
    expect((await backend.app.request(closing, { headers })).status).toBe(404);
    expect(auditedActions().map(([action]) => action)).toEqual(['audio-set', 'audio-removed']);
  });

  it('stays known to the version that calls began with', async () => {
    await backend.app.request(closing, { method: 'DELETE', headers });

    const versions = backend.database.query.select().from(templateVersions).all();
    expect(versions.map(({ audio }) => Object.keys(audio))).toEqual([['closing'], []]);
  });
});

describe('GET /audio/templates/:file', () => {
  async function nameOfSet(): Promise<string> {
    await put(`${closing}?basedOn=0`, wavFile({ seconds: 1 }));
    return backend.database.query.select().from(templateAudio).get()?.file ?? '';
  }

  it('needs no session, and may be kept for ever', async () => {
    const response = await backend.app.request(`/audio/templates/${await nameOfSet()}`);

    expect(response.status).toBe(200);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'audio/wav',
      'cache-control': 'public, max-age=31536000, immutable',
      'x-content-type-options': 'nosniff',
    });
    expect(Buffer.from(await response.arrayBuffer()).equals(wavFile({ seconds: 1 }))).toBe(true);
  });

  it.each([`${'0'.repeat(64)}.wav`, 'closing', '..%2f..%2fetc%2fpasswd', '%00', ''])(
    'has nothing else: %s',
    async (file) => {
      await nameOfSet();

      const response = await backend.app.request(`/audio/templates/${file}`);

      expect(response.headers.get('content-type') ?? '').not.toContain('audio');
      expect(response.status).toBe(404);
    },
  );
});

describe('texts that admins keep to themselves', () => {
  it('are given no audio, lose none, and are pronounced as they were', async () => {
    const teamSettings = { version: 0, settings: { conversation: null, locked: ['templates'] } };
    await json('PUT', '/api/team/defaults', headers, teamSettings);
    const agent = await backend.agentHeaders();

    const refused = [
      await backend.app.request(`${closing}?basedOn=0`, {
        method: 'PUT',
        headers: { ...agent, 'content-type': 'audio/wav' },
        body: wavFile({ seconds: 3 }),
      }),
      await backend.app.request(closing, { method: 'DELETE', headers: agent }),
      await json('PUT', '/api/agents/templates', agent, { basedOn: 0, texts: {} }),
      await json('PUT', '/api/agents/pronunciations', agent, { pronunciations: [] }),
    ];

    expect(refused.map(({ status }) => status)).toEqual([403, 403, 403, 403]);
    expect((await put(`${closing}?basedOn=0`, wavFile({ seconds: 3 }))).status).toBe(200);
  });
});

function json(method: string, path: string, who: Record<string, string>, body: unknown) {
  const its = { ...who, 'content-type': 'application/json' };
  return backend.app.request(path, { method, headers: its, body: JSON.stringify(body) });
}
