import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { AgentStore } from '../../../backend/agents/agent-store.ts';
import {
  type AgentProfile,
  agentProfileSchema,
  agentStatusSchema,
} from '../../../backend/contract/agents.ts';
import { errorBodySchema } from '../../../backend/contract/errors.ts';
import { clientIdSchema } from '../../../backend/contract/ids.ts';
import { absenceSchema } from '../../../backend/contract/vocabulary.ts';
import type { Api, SignedIn } from '../../support/api.ts';
import { conversation, createTeamBench, type TeamBench } from '../../support/team-bench.ts';

let bench: TeamBench;
let api: Api;
let agents: AgentStore;
let suzuki: SignedIn;

beforeEach(async () => {
  bench = createTeamBench();
  ({ api, agents } = bench);
  suzuki = await api.signedIn('suzuki', 'agent');
});

afterEach(() => bench[Symbol.dispose]());

async function put(path: string, body: unknown): Promise<AgentProfile> {
  return agentProfileSchema.parse(await (await suzuki.send('PUT', `/api/agents/${path}`, body)).json());
}

async function invalidFields(path: string, body: unknown): Promise<string[]> {
  const response = await suzuki.send('PUT', `/api/agents/${path}`, body);
  expect(response.status).toBe(400);
  const { error } = errorBodySchema.parse(await response.json());
  return (error.fields ?? []).map((field) => field.path);
}

describe('GET /api/agents', () => {
  it('tells of everybody whether they can be reached', async () => {
    const client = clientIdSchema.parse('11111111-1111-4111-8111-111111111111');
    await api.signedIn('tanaka', 'agent');
    bench.connections.connected(suzuki.agentId, client);
    bench.connections.softphone(suzuki.agentId, client, true);

    const response = await suzuki.get('/api/agents');

    const { agents } = z.object({ agents: z.array(agentStatusSchema) }).parse(await response.json());
    expect(agents).toMatchObject([
      { name: 'suzuki', presence: 'available', reachability: 'softphone' },
      { name: 'tanaka', presence: 'offline', reachability: 'none' },
    ]);
  });
});

describe('GET /api/agents/profile', () => {
  it('has settings for somebody who never set any', async () => {
    const profile = agentProfileSchema.parse(await (await suzuki.get('/api/agents/profile')).json());

    expect(profile).toMatchObject({
      name: 'suzuki',
      settings: { phoneNumber: null, conversation: null, timeZone: 'Asia/Tokyo', concurrency: 1 },
    });
  });
});

describe('PUT /api/agents/phone', () => {
  it('stores the number, at which the agent is not reached before it has been verified', async () => {
    const profile = await put('phone', { phoneNumber: '+81312345678' });

    expect(profile.settings).toMatchObject({ phoneNumber: '+81312345678', phoneVerified: false });
    expect(profile.status).toMatchObject({ presence: 'offline', reachability: 'none' });
  });

  it('keeps a number verified that is saved again, and no other', async () => {
    await put('phone', { phoneNumber: '+81312345678' });
    agents.change(suzuki.agentId, { phoneVerified: true });

    const same = await put('phone', { phoneNumber: '03-1234-5678' });
    const other = await put('phone', { phoneNumber: '03-1234-5679' });

    expect(same.status).toMatchObject({ presence: 'available', reachability: 'phone' });
    expect(other.settings.phoneVerified).toBe(false);
  });

  it('stores when the telephone is rung, and in which language', async () => {
    const profile = await put('phone', {
      phoneNumber: '+81312345678',
      reachByPhone: 'always',
      language: 'en',
    });

    expect(profile.settings).toMatchObject({ reachByPhone: 'always', phoneLanguage: 'en' });
  });

  it('forgets the number', async () => {
    await put('phone', { phoneNumber: '+81312345678' });

    const profile = await put('phone', { phoneNumber: null });

    expect(profile.settings.phoneNumber).toBeNull();
  });

  it.each([
    ['03-1234-5678', '+81312345678'],
    ['(03) 1234 5678', '+81312345678'],
    [' 09012345678 ', '+819012345678'],
    ['０９０－１２３４－５６７８', '+819012345678'],
    ['0９0ー1234ー5678', '+819012345678'],
    ['+81 3-1234-5678', '+81312345678'],
    ['+44 20 7946 0018', '+442079460018'],
    ['0081312345678', '+81312345678'],
    ['００８１ー３－１２３４－５６７８', '+81312345678'],
    ['(0044) 20 7946 0018', '+442079460018'],
    ['010-81-3-1234-5678', '+81312345678'],
    ['010 1 212 555 2368', '+12125552368'],
    ['0120-123-456', '+81120123456'],
    ['0800-123-4567', '+818001234567'],
    ['060-1234-5678', '+816012345678'],
    ['03-0042-0007', '+81300420007'],
    ['050-0000-0002', '+815000000002'],
  ])('takes %s the way it is written at home', async (phoneNumber, kept) => {
    expect((await put('phone', { phoneNumber })).settings.phoneNumber).toBe(kept);
  });

  it.each([
    '',
    '03-12',
    '110',
    '+8131234',
    'reception',
    '+810000000000',
    '00813123',
    '+810081312345678',
    '0088-21-1234',
    '03-1234-5678 ext. 12',
    '090-1234-567',
    '090-1234-56789',
    '050-1234-567',
    '0120-1234-567',
    '000-1234-5678',
    'call 03-1234-5678',
  ])('refuses %j', async (phoneNumber) => {
    expect(await invalidFields('phone', { phoneNumber })).toEqual(['phoneNumber']);
  });

  it.each(['0570-012345', '0990 123456', '+1 900 555 1234'])(
    'refuses %s, which costs whoever calls it more, and says why',
    async (phoneNumber) => {
      const response = await suzuki.send('PUT', '/api/agents/phone', { phoneNumber });

      const { error } = errorBodySchema.parse(await response.json());
      expect(error.fields).toEqual([
        { path: 'phoneNumber', problem: expect.stringMatching(/^special-rate: /) },
      ]);
    },
  );

  it('says how a number is written', async () => {
    const response = await suzuki.send('PUT', '/api/agents/phone', { phoneNumber: '03-12' });

    const { error } = errorBodySchema.parse(await response.json());
    expect(error.fields?.[0]?.problem).toContain('write it like 03-1234-5678 or +81312345678');
  });
});

describe('PUT /api/agents/conversation', () => {
  it('stores what the AI says of the team', async () => {
    const profile = await put('conversation', conversation);

    expect(profile.settings.conversation).toEqual(conversation);
  });

  it('names every field that is empty', async () => {
    const fields = await invalidFields('conversation', {
      ...conversation,
      myCompanyName: ' ',
      myServiceName: '',
    });

    expect(fields).toEqual(['myCompanyName', 'myServiceName']);
  });

  it.each([
    ['a line break', 'みらい\n商会'],
    ['a tabulator', 'みらい\t商会'],
    ['a null character', 'みらい\u0000商会'],
    ['an escape sequence', '\u001b[31mみらい商会'],
    ['half of a surrogate pair', 'みらい\ud83d商会'],
    ['a line separator', 'みらい\u2028商会'],
    ['what is no character', 'みらい\uffff商会'],
  ])('refuses a name with %s in it, since nobody can say it', async (_what, myCompanyName) => {
    const fields = await invalidFields('conversation', { ...conversation, myCompanyName });

    expect(fields).toEqual(['myCompanyName']);
  });

  it.each(['ミナト🚀工業', '<b>ミナト</b>', '{{name}}', '工業👨‍👩‍👧', '🇯🇵ミナト'])(
    'refuses what cannot be spoken: %s',
    async (myCompanyName) => {
      const fields = await invalidFields('conversation', { ...conversation, myCompanyName });

      expect(fields).toEqual(['myCompanyName']);
    },
  );

  it('takes a description of several lines, and no other control character in it', async () => {
    const lines = await put('conversation', { ...conversation, serviceDescription: ' 勤怠を\r\n一画面に\n' });
    const bell = await invalidFields('conversation', { ...conversation, serviceDescription: '勤怠\u0007' });

    expect(lines.settings.conversation?.serviceDescription).toBe('勤怠を\n一画面に');
    expect(bell).toEqual(['serviceDescription']);
  });

  it('takes every letter that people write, outside the basic plane too', async () => {
    const profile = await put('conversation', { ...conversation, myCompanyName: '𠮷野家＆Co. – 株式会社' });

    expect(profile.settings.conversation?.myCompanyName).toBe('𠮷野家＆Co. – 株式会社');
  });

  it('refuses a body that is no JSON', async () => {
    const response = await api.app.request('/api/agents/conversation', {
      method: 'PUT',
      headers: { authorization: `Bearer ${suzuki.token}`, 'content-type': 'application/json' },
      body: '{',
    });

    expect([response.status, errorBodySchema.parse(await response.json()).error.code]).toEqual([
      400,
      'invalid-input',
    ]);
  });
});

describe('an own setting', () => {
  it('is noted with what it was and what it is', async () => {
    const notifications = { alertWindow: true, systemNotifications: true, flash: false, browser: false };
    await put('phone', { phoneNumber: '03-1234-5678', reachByPhone: 'always' });
    await put('conversation', conversation);
    await put('notifications', { basedOn: 2, notifications });

    expect(bench.audited()).toMatchObject([
      {
        before: { phoneNumber: null, reachByPhone: 'offline' },
        after: { phoneNumber: '+81312345678', reachByPhone: 'always' },
      },
      { before: { conversation: null }, after: { conversation } },
      { before: { notifications: null }, after: { notifications } },
    ]);
    const whose = { subject: 'account', actorId: suzuki.agentId, subjectId: suzuki.agentId };
    expect(bench.audited()).toMatchObject([whose, whose, whose]);
  });
});

describe('PUT /api/agents/absence', () => {
  it.each(absenceSchema.options)(
    'alone tells that the computer is %s: nobody chooses that',
    async (reason) => {
      expect(await invalidFields('status', { presence: 'busy', reason })).toEqual(['reason']);
    },
  );

  it('keeps what was chosen, and takes no other reason than the computer’s', async () => {
    const away = await put('absence', { absence: 'locked' });
    const back = await put('absence', { absence: null });

    expect([away.status.presence, back.status.presence]).toEqual(['offline', 'offline']);
    expect(await invalidFields('absence', { absence: 'break' })).toEqual(['absence']);
  });
});

describe('PUT /api/agents/status', () => {
  it('takes effect at once', async () => {
    agents.change(suzuki.agentId, { phoneNumber: '+81312345678', phoneVerified: true });

    const busy = await put('status', { presence: 'busy', reason: 'meeting' });
    const offline = await put('status', { presence: 'offline' });

    expect(busy.status).toMatchObject({ presence: 'busy', busyReason: 'meeting' });
    expect(offline.status).toMatchObject({ presence: 'offline', busyReason: null });
  });

  it('wants a reason for being busy', async () => {
    expect(await invalidFields('status', { presence: 'busy' })).toEqual(['reason']);
  });

  it('cannot be set to what only the server knows', async () => {
    expect(await invalidFields('status', { presence: 'on-call' })).toEqual(['presence']);
  });

  it.each(['unanswered', 'locked', 'asleep'])('cannot be given the reason %s', async (reason) => {
    expect(await invalidFields('status', { presence: 'busy', reason })).toEqual(['reason']);
  });
});
