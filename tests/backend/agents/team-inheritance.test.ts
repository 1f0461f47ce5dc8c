import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type AgentProfile, agentProfileSchema, type WorkHours } from '../../../backend/contract/agents.ts';
import { clientIdSchema } from '../../../backend/contract/ids.ts';
import type { SignedIn } from '../../support/api.ts';
import { conversation, createTeamBench, type TeamBench } from '../../support/team-bench.ts';

const day = { from: 600, to: 960 };
const hours: WorkHours = {
  timeZone: 'Asia/Tokyo',
  workingHours: [day, day, day, day, null, null, null],
  worksOnHolidays: true,
};

const wholeDay = { from: 0, to: 1_440 };
const roundTheClock: WorkHours = {
  ...hours,
  workingHours: [wholeDay, wholeDay, wholeDay, wholeDay, wholeDay, wholeDay, wholeDay],
};
const clientId = clientIdSchema.parse('11111111-1111-4111-8111-111111111111');

let bench: TeamBench;
let admin: SignedIn;
let suzuki: SignedIn;

beforeEach(async () => {
  bench = createTeamBench();
  admin = await bench.api.signedIn('kimura', 'admin');
  suzuki = await bench.api.signedIn('suzuki', 'agent');
});

afterEach(() => bench[Symbol.dispose]());

async function profile(of: SignedIn = suzuki): Promise<AgentProfile> {
  return agentProfileSchema.parse(await (await of.get('/api/agents/profile')).json());
}

function setTeam(version: number, settings: object): Promise<Response> {
  const none = { conversation: null, hours: null, locked: [] };
  return admin.send('PUT', '/api/team/defaults', { version, settings: { ...none, ...settings } });
}

async function work(schedule: WorkHours): Promise<number> {
  const { version } = (await profile()).settings;
  const wanted = { basedOn: version, schedule: { ...schedule, leave: [] } };
  return (await suzuki.send('PUT', '/api/agents/schedule', wanted)).status;
}

describe('what the team has', () => {
  it('is what a new agent begins with', async () => {
    await setTeam(0, { conversation, hours });

    const tanaka = await profile(await bench.api.signedIn('tanaka', 'agent'));

    expect(tanaka.settings).toMatchObject({ conversation, ...hours });
    expect(tanaka.inherited).toEqual(['conversation', 'schedule']);
    expect(tanaka.team).toEqual({ conversation, hours });
  });

  it('changes for whoever has none of their own, and for nobody else', async () => {
    await work({ ...hours, timeZone: 'Asia/Seoul' });

    await setTeam(0, { hours });

    expect((await profile()).settings.timeZone).toBe('Asia/Seoul');
    expect((await profile()).inherited).toEqual([]);
    expect((await profile(admin)).settings).toMatchObject(hours);
  });

  it('is at once in everybody’s presence', async () => {
    bench.connections.connected(suzuki.agentId, clientId);
    bench.connections.softphone(suzuki.agentId, clientId, true);
    await setTeam(0, { hours: roundTheClock });
    const before = bench.events.newest();

    await setTeam(1, { hours: { ...hours, workingHours: [null, null, null, null, null, null, null] } });

    const told = bench.events.after(before, 100).map(({ event }) => event);
    expect(told).toContainEqual(
      expect.objectContaining({
        type: 'agent-status-changed',
        status: expect.objectContaining({ agentId: suzuki.agentId, withinWorkingHours: false }),
      }),
    );
  });

  it('is an agent’s again once they save the same', async () => {
    await setTeam(0, { hours });
    await work({ ...hours, timeZone: 'Asia/Seoul' });

    await work(hours);
    await setTeam(1, { hours: { ...hours, timeZone: 'Asia/Singapore' } });

    expect((await profile()).inherited).toEqual(['schedule']);
    expect((await profile()).settings.timeZone).toBe('Asia/Singapore');
  });
});

describe('a change of the team’s while an agent edits', () => {
  const later = { ...hours, timeZone: 'Asia/Singapore' };

  it('is not undone by the hours that they save, who have not seen it', async () => {
    await setTeam(0, { hours });
    const { version } = (await profile()).settings;
    await setTeam(1, { hours: later });

    const response = await suzuki.send('PUT', '/api/agents/schedule', {
      basedOn: version,
      schedule: { ...hours, leave: [{ from: '2026-12-24', to: '2026-12-25', note: '' }] },
    });

    expect(response.status).toBe(409);
    expect((await profile()).inherited).toEqual(['schedule']);
    expect((await profile()).settings.timeZone).toBe('Asia/Singapore');
  });

  it('is not undone by the introduction that they save, who have not seen it', async () => {
    await setTeam(0, { conversation });
    const { version } = (await profile()).settings;
    await setTeam(1, { conversation: { ...conversation, calleeDepartment: '人事部' } });

    const response = await suzuki.send('PUT', '/api/agents/conversation', {
      ...conversation,
      basedOn: version,
    });

    expect(response.status).toBe(409);
    expect((await profile()).settings.conversation?.calleeDepartment).toBe('人事部');
  });

  it('is told to everybody, and an agent’s own to everybody who looks at them', async () => {
    await setTeam(0, { hours });
    await work(later);

    const told = bench.events.after(0, 100).map(({ event }) => event);
    expect(told.filter(({ type }) => type === 'settings-changed')).toEqual([
      { type: 'settings-changed', agentId: null },
      { type: 'settings-changed', agentId: suzuki.agentId },
    ]);
  });
});

describe('PUT /api/agents/notifications', () => {
  const notifications = { alertWindow: true, systemNotifications: false, flash: true, browser: false };

  it('keeps how an agent is told of offers, for every computer of theirs', async () => {
    const response = await suzuki.send('PUT', '/api/agents/notifications', { basedOn: 0, notifications });

    expect(response.status).toBe(200);
    expect((await profile()).settings).toMatchObject({ notifications, version: 1 });
    expect((await profile(admin)).settings.notifications).toBeNull();
  });

  it('does not overwrite what another computer has changed', async () => {
    await suzuki.send('PUT', '/api/agents/notifications', { basedOn: 0, notifications });

    const response = await suzuki.send('PUT', '/api/agents/notifications', {
      basedOn: 0,
      notifications: { ...notifications, flash: false },
    });

    expect(response.status).toBe(409);
    expect((await profile()).settings.notifications).toEqual(notifications);
  });
});
