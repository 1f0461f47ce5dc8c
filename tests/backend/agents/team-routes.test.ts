import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { LockableField } from '../../../backend/contract/agents.ts';
import { savedRoutingSchema, versionedDefaultsSchema } from '../../../backend/contract/team.ts';
import type { SignedIn } from '../../support/api.ts';
import { errorIn, profileIn } from '../../support/team-answers.ts';
import { conversation, createTeamBench, initialRouting, type TeamBench } from '../../support/team-bench.ts';

let bench: TeamBench;
let admin: SignedIn;
let suzuki: SignedIn;

beforeEach(async () => {
  bench = createTeamBench();
  admin = await bench.api.signedIn('kimura', 'admin');
  suzuki = await bench.api.signedIn('suzuki', 'agent');
});

afterEach(() => bench[Symbol.dispose]());

function setDefaults(version: number, settings: object): Promise<Response> {
  const none = { conversation: null, locked: [] };
  return admin.send('PUT', '/api/team/defaults', { version, settings: { ...none, ...settings } });
}

function lock(...locked: LockableField[]): Promise<Response> {
  return setDefaults(0, { locked });
}

describe('/api/team/routing', () => {
  it('is what the server was started with until an admin sets it', async () => {
    const response = await admin.get('/api/team/routing');

    expect(await response.json()).toEqual({ version: 0, settings: initialRouting });
  });

  it('keeps what an admin sets, as a new version, and notes who did', async () => {
    const settings = { ...initialRouting, strategy: 'round-robin', wrapUpSeconds: 60 };

    const response = await admin.send('PUT', '/api/team/routing', { version: 0, settings });

    expect(await response.json()).toEqual({ version: 1, settings, skillsTaken: [] });
    expect(await (await admin.get('/api/team/routing')).json()).toEqual({ version: 1, settings });
    expect(bench.audited()).toMatchObject([
      {
        subject: 'team',
        action: 'changed',
        subjectId: 'routing',
        actorId: admin.agentId,
        before: initialRouting,
        after: settings,
      },
    ]);
  });

  it('does not overwrite what another admin set, and tells what that is', async () => {
    const theirs = { ...initialRouting, offerSeconds: 20 };
    await admin.send('PUT', '/api/team/routing', { version: 0, settings: theirs });

    const response = await admin.send('PUT', '/api/team/routing', { version: 0, settings: initialRouting });

    expect(response.status).toBe(409);
    expect(await errorIn(response)).toMatchObject({
      code: 'changed-elsewhere',
      current: { version: 1, settings: theirs },
    });
    expect(bench.audited()).toHaveLength(1);
  });

  it('refuses a skill that is there twice', async () => {
    const [skill] = initialRouting.skills;
    const settings = { ...initialRouting, skills: [skill, skill] };

    const response = await admin.send('PUT', '/api/team/routing', { version: 0, settings });

    expect((await errorIn(response)).fields).toEqual([{ path: 'settings.skills.1.name', problem: 'twice' }]);
  });

  it('refuses offers that would outlast the handoff, and takes those that last as long', async () => {
    const times = (offerSeconds: number) => ({ ...initialRouting, offerSeconds, handoffSeconds: 30 });

    const longer = await admin.send('PUT', '/api/team/routing', { version: 0, settings: times(31) });
    const same = await admin.send('PUT', '/api/team/routing', { version: 0, settings: times(30) });

    expect(longer.status).toBe(400);
    expect((await errorIn(longer)).fields).toEqual([
      { path: 'settings.offerSeconds', problem: 'longer-than-handoff' },
    ]);
    expect(same.status).toBe(200);
  });

  it('takes a skill that is removed from whoever has it, who can then be saved again', async () => {
    const skills = [...initialRouting.skills, { name: '仏語', tags: [], reasons: [] }];
    const assign = (basedOn: number, theirs: readonly string[]) =>
      admin.send('PUT', `/api/agents/${suzuki.agentId}/settings`, { basedOn, settings: { skills: theirs } });
    await admin.send('PUT', '/api/team/routing', { version: 0, settings: { ...initialRouting, skills } });
    await assign(0, ['英語', '仏語']);
    const before = bench.events.newest();

    const response = await admin.send('PUT', '/api/team/routing', { version: 1, settings: initialRouting });

    expect(savedRoutingSchema.parse(await response.json()).skillsTaken).toEqual([
      { agent: { id: suzuki.agentId, name: 'suzuki' }, skills: ['仏語'] },
    ]);
    const { settings } = await profileIn(await suzuki.get('/api/agents/profile'));
    expect(settings).toMatchObject({ skills: ['英語'], version: 2 });
    expect((await assign(2, settings.skills)).status).toBe(200);
    expect(bench.audited()).toContainEqual(
      expect.objectContaining({
        subject: 'account',
        action: 'settings-changed',
        subjectId: suzuki.agentId,
        actorId: admin.agentId,
        before: { skills: ['英語', '仏語'] },
        after: { skills: ['英語'] },
      }),
    );
    expect(bench.events.after(before, 10).map(({ event }) => event)).toContainEqual({
      type: 'settings-changed',
      agentId: suzuki.agentId,
    });
  });

  it('leaves a skill that is renamed with whoever has it, by its new name, and notes it', async () => {
    const [english] = initialRouting.skills;
    await admin.send('PUT', `/api/agents/${suzuki.agentId}/settings`, {
      basedOn: 0,
      settings: { skills: ['英語'] },
    });
    const skills = [
      { name: '英語', tags: [], reasons: [] },
      { ...english, name: '英会話' },
    ];

    const response = await admin.send('PUT', '/api/team/routing', {
      version: 0,
      settings: { ...initialRouting, skills },
    });

    const saved = savedRoutingSchema.parse(await response.json());
    expect(saved.skillsTaken).toEqual([]);
    expect(saved.settings.skills.map(({ id, name }) => [id, name])).toEqual([
      [2, '英語'],
      [1, '英会話'],
    ]);
    expect((await profileIn(await suzuki.get('/api/agents/profile'))).settings.skills).toEqual(['英会話']);
    expect(bench.audited()).toContainEqual(
      expect.objectContaining({
        action: 'settings-changed',
        subjectId: suzuki.agentId,
        before: { skills: ['英語'] },
        after: { skills: ['英会話'] },
      }),
    );
  });

  it('leaves alone who has none of the skills that are removed', async () => {
    await admin.send('PUT', '/api/team/routing', { version: 0, settings: { ...initialRouting, skills: [] } });

    expect((await profileIn(await suzuki.get('/api/agents/profile'))).settings.version).toBe(0);
    expect(bench.audited()).toHaveLength(1);
  });
});

describe('/api/team/defaults', () => {
  it('hold for whoever has set nothing of their own', async () => {
    const saved = await setDefaults(0, { conversation });

    expect(versionedDefaultsSchema.parse(await saved.json()).version).toBe(1);
    const profile = await profileIn(await suzuki.get('/api/agents/profile'));
    expect(profile.settings.conversation).toEqual(conversation);
    expect(bench.audited()).toMatchObject([{ subject: 'team', subjectId: 'defaults' }]);
  });

  it('do not overwrite what another admin set, and tell what that is', async () => {
    await setDefaults(0, { conversation });

    const response = await setDefaults(0, {});

    expect(response.status).toBe(409);
    expect(versionedDefaultsSchema.parse((await errorIn(response)).current)).toMatchObject({
      version: 1,
      settings: { conversation },
    });
  });

  it('keep fields to admins, who change them for an agent all the same', async () => {
    await lock('phone', 'conversation');
    const phone = { phoneNumber: '03-1234-5678' };

    const own = [
      await suzuki.send('PUT', '/api/agents/phone', phone),
      await suzuki.send('PUT', '/api/agents/conversation', conversation),
    ];
    const byAdmin = [
      await admin.send('PUT', `/api/agents/${suzuki.agentId}/phone`, phone),
      await admin.send('PUT', `/api/agents/${suzuki.agentId}/settings`, {
        basedOn: 2,
        settings: { conversation },
      }),
    ];

    expect(own.map(({ status }) => status)).toEqual([403, 403]);
    expect(byAdmin.map(({ status }) => status)).toEqual([200, 200]);
    expect((await profileIn(await suzuki.get('/api/agents/profile'))).locked).toEqual([
      'phone',
      'conversation',
    ]);
  });

  it('refuse a field that is locked twice', async () => {
    const response = await lock('phone', 'phone');

    expect(response.status).toBe(400);
    expect((await errorIn(response)).fields).toEqual([{ path: 'settings.locked.1', problem: 'twice' }]);
  });

  it('lock nothing for admins themselves', async () => {
    await lock('conversation');

    expect((await admin.send('PUT', '/api/agents/conversation', conversation)).status).toBe(200);
  });
});
