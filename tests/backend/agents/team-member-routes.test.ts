import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { agentProfileSchema } from '../../../backend/contract/agents.ts';
import type { SignedIn } from '../../support/api.ts';
import { errorIn, profileIn } from '../../support/team-answers.ts';
import { conversation, createTeamBench, type TeamBench } from '../../support/team-bench.ts';

const ownNumber = '+815000000002';

let bench: TeamBench;
let admin: SignedIn;
let suzuki: SignedIn;

async function begin(callerNumbers: readonly string[] | null = [ownNumber]): Promise<void> {
  bench = createTeamBench(callerNumbers);
  admin = await bench.api.signedIn('kimura', 'admin');
  suzuki = await bench.api.signedIn('suzuki', 'agent');
}

beforeEach(() => begin());

afterEach(() => bench[Symbol.dispose]());

function assign(basedOn: number, settings: object): Promise<Response> {
  return admin.send('PUT', `/api/agents/${suzuki.agentId}/settings`, { basedOn, settings });
}

describe('PUT /api/agents/:agentId/settings', () => {
  it('sets priority, number of calls, skills and caller number, and leaves the rest', async () => {
    await suzuki.send('PUT', '/api/agents/conversation', conversation);
    const settings = { priority: 2, concurrency: 3, skills: ['英語'], callerNumber: ownNumber };

    const after = await profileIn(await assign(1, settings));

    expect(after.settings).toMatchObject({ ...settings, conversation, version: 2 });
    expect(bench.audited()).toMatchObject([
      { action: 'settings-changed', actorId: suzuki.agentId },
      {
        subject: 'account',
        action: 'settings-changed',
        subjectId: suzuki.agentId,
        actorId: admin.agentId,
        before: { priority: 5, concurrency: 1, skills: [], callerNumber: null },
        after: settings,
      },
    ]);
  });

  it('does not overwrite what was changed elsewhere, and tells what that is', async () => {
    await assign(0, { priority: 2 });

    const response = await assign(0, { priority: 9 });

    expect(response.status).toBe(409);
    const { current } = await errorIn(response);
    expect(agentProfileSchema.parse(current).settings).toMatchObject({ priority: 2, version: 1 });
  });

  it('refuses a skill that the team does not have', async () => {
    const { fields } = await errorIn(await assign(0, { skills: ['仏語'] }));

    expect(fields).toEqual([{ path: 'settings.skills', problem: 'unknown-skill' }]);
  });

  it('refuses a number that is not one of the telephone line', async () => {
    const { fields } = await errorIn(await assign(0, { callerNumber: '+81312345678' }));

    expect(fields).toEqual([{ path: 'settings.callerNumber', problem: 'not-of-the-line' }]);
  });

  it('does not take a number while the carrier does not say which there are, but saves the rest', async () => {
    bench[Symbol.dispose]();
    await begin(null);

    const number = await assign(0, { callerNumber: ownNumber });
    const rest = await assign(0, { priority: 2, callerNumber: null });

    expect([number.status, rest.status]).toEqual([503, 200]);
  });

  it('finds nobody who has no account', async () => {
    const nobody = '/api/agents/nobody';

    const found = [
      await admin.get(`${nobody}/profile`),
      await admin.send('PUT', `${nobody}/settings`, { basedOn: 0, settings: {} }),
      await admin.send('PUT', `${nobody}/status`, { presence: 'offline' }),
      await admin.send('PUT', `${nobody}/phone`, { phoneNumber: null }),
      await admin.send('PUT', `${nobody}/notifications`, {
        basedOn: 0,
        notifications: { alertWindow: true, systemNotifications: true, flash: true, browser: true },
      }),
    ];

    expect(found.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404]);
  });
});

describe('GET /api/agents/:agentId/profile', () => {
  it('shows an admin what an agent has set', async () => {
    await suzuki.send('PUT', '/api/agents/conversation', conversation);

    const profile = await profileIn(await admin.get(`/api/agents/${suzuki.agentId}/profile`));

    expect(profile).toMatchObject({ name: 'suzuki', role: 'agent', settings: { conversation } });
  });
});

describe('PUT /api/agents/:agentId/phone', () => {
  it('sets a number that the agent has yet to verify, and notes who did', async () => {
    bench.agents.change(suzuki.agentId, { phoneNumber: '+81312345678', phoneVerified: true });
    const wanted = { phoneNumber: '090-1234-5678', reachByPhone: 'always', basedOn: 1 };

    const { settings } = await profileIn(
      await admin.send('PUT', `/api/agents/${suzuki.agentId}/phone`, wanted),
    );

    expect(settings).toMatchObject({
      phoneNumber: '+819012345678',
      phoneVerified: false,
      reachByPhone: 'always',
    });
    expect(bench.audited()).toMatchObject([
      { action: 'settings-changed', before: { reachByPhone: 'offline' }, after: { reachByPhone: 'always' } },
    ]);
  });

  it('does not overwrite what the agent has changed meanwhile', async () => {
    await suzuki.send('PUT', '/api/agents/phone', { phoneNumber: '03-1234-5678' });

    const response = await admin.send('PUT', `/api/agents/${suzuki.agentId}/phone`, {
      phoneNumber: null,
      basedOn: 0,
    });

    expect(response.status).toBe(409);
    expect(bench.audited()).toMatchObject([{ actorId: suzuki.agentId }]);
  });
});

describe('PUT /api/agents/:agentId/notifications', () => {
  const notifications = { alertWindow: true, systemNotifications: false, flash: false, browser: true };

  function set(basedOn: number, wanted: object = notifications): Promise<Response> {
    const path = `/api/agents/${suzuki.agentId}/notifications`;
    return admin.send('PUT', path, { basedOn, notifications: wanted });
  }

  it('sets how the agent is told of offers, tells them, and notes who did', async () => {
    const before = bench.events.newest();

    const { settings } = await profileIn(await set(0));

    expect(settings).toMatchObject({ notifications, version: 1 });
    expect((await profileIn(await suzuki.get('/api/agents/profile'))).settings).toEqual(settings);
    expect(bench.events.after(before, 10).map(({ event }) => event)).toContainEqual({
      type: 'settings-changed',
      agentId: suzuki.agentId,
    });
    expect(bench.audited()).toMatchObject([
      {
        subject: 'account',
        action: 'settings-changed',
        subjectId: suzuki.agentId,
        actorId: admin.agentId,
        before: { notifications: null },
        after: { notifications },
      },
    ]);
  });

  it('does not overwrite what the agent has chosen meanwhile', async () => {
    const theirs = { ...notifications, flash: true };
    await suzuki.send('PUT', '/api/agents/notifications', { basedOn: 0, notifications: theirs });

    const response = await set(0);

    expect(response.status).toBe(409);
    const { current } = await errorIn(response);
    expect(agentProfileSchema.parse(current).settings.notifications).toEqual(theirs);
  });

  it('is closed to agents', async () => {
    const response = await suzuki.send('PUT', `/api/agents/${admin.agentId}/notifications`, {
      basedOn: 0,
      notifications,
    });

    expect(response.status).toBe(403);
  });
});

describe('PUT /api/agents/:agentId/status', () => {
  beforeEach(() => {
    bench.agents.change(suzuki.agentId, { phoneNumber: '+81312345678', phoneVerified: true });
    bench.presence.refresh(suzuki.agentId);
  });

  it('takes effect at once, and is noted with who did it', async () => {
    const response = await admin.send('PUT', `/api/agents/${suzuki.agentId}/status`, {
      presence: 'busy',
      reason: 'meeting',
    });

    expect((await profileIn(response)).status).toMatchObject({ presence: 'busy', busyReason: 'meeting' });
    expect(bench.audited()).toMatchObject([
      {
        action: 'presence-set',
        actorId: admin.agentId,
        subjectId: suzuki.agentId,
        before: { presence: 'available' },
        after: { presence: 'busy', reason: 'meeting' },
      },
    ]);
  });

  it('is a row in the log of presence, with whose choice it was', async () => {
    const from = bench.api.clock.now();
    bench.api.clock.pass(10);
    await admin.send('PUT', `/api/agents/${suzuki.agentId}/status`, { presence: 'busy', reason: 'break' });
    bench.api.clock.pass(10);
    await suzuki.send('PUT', '/api/agents/status', { presence: 'available' });
    bench.api.clock.pass(10);

    const rows = bench.presenceLog.within(suzuki.agentId, from, bench.api.clock.now());

    expect(rows).toMatchObject([
      { from: 'offline', to: 'available', by: null },
      { from: 'available', to: 'busy', reason: 'break', by: admin.agentId },
      { from: 'busy', to: 'available', reason: null, by: suzuki.agentId },
    ]);
  });
});
