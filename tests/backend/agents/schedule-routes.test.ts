import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { agentProfileSchema, type WorkSchedule } from '../../../backend/contract/agents.ts';
import { errorBodySchema } from '../../../backend/contract/errors.ts';
import type { SignedIn } from '../../support/api.ts';
import { createTeamBench, type TeamBench } from '../../support/team-bench.ts';

const schedule: WorkSchedule = {
  timeZone: 'Asia/Tokyo',
  workingHours: [
    { from: 540, to: 1_080, breaks: [{ from: 720, to: 780 }] },
    null,
    null,
    null,
    null,
    null,
    null,
  ],
  worksOnHolidays: true,
  leave: [{ from: '2026-12-24', to: '2026-12-28', note: '有給休暇' }],
};

let bench: TeamBench;
let suzuki: SignedIn;

beforeEach(async () => {
  bench = createTeamBench();
  suzuki = await bench.api.signedIn('suzuki', 'agent');
});

afterEach(() => bench[Symbol.dispose]());

function save(basedOn: number, changes: Partial<WorkSchedule> = {}): Promise<Response> {
  return suzuki.send('PUT', '/api/agents/schedule', { basedOn, schedule: { ...schedule, ...changes } });
}

describe('PUT /api/agents/schedule', () => {
  it('keeps hours, breaks, holidays and leave', async () => {
    const response = await save(0);

    const { settings } = agentProfileSchema.parse(await response.json());
    expect(settings).toMatchObject({ ...schedule, version: 1 });
  });

  it('says whether the agent is at work just now, in a break or not', async () => {
    const { atWork: before } = agentProfileSchema.parse(
      await (await suzuki.get('/api/agents/profile')).json(),
    );

    const response = await save(0);

    const { atWork: after } = agentProfileSchema.parse(await response.json());
    expect([before, after]).toEqual([true, false]);
  });

  it('does not overwrite what was changed somewhere else, and says what is there now', async () => {
    await save(0, { timeZone: 'Asia/Seoul' });

    const response = await save(0);

    const { error } = errorBodySchema.parse(await response.json());
    expect(response.status).toBe(409);
    expect(agentProfileSchema.parse(error.current).settings.timeZone).toBe('Asia/Seoul');
  });

  it.each([
    ['a day that ends before it begins', { from: 600, to: 540 }, 'ends-before-it-begins'],
    ['a break outside the day', { from: 540, to: 600, breaks: [{ from: 590, to: 610 }] }, 'outside-the-day'],
    [
      'breaks that overlap',
      {
        from: 540,
        to: 900,
        breaks: [
          { from: 600, to: 660 },
          { from: 650, to: 700 },
        ],
      },
      'overlaps',
    ],
  ])('refuses %s', async (_what, day, problem) => {
    const response = await save(0, { workingHours: [day, null, null, null, null, null, null] });

    const { error } = errorBodySchema.parse(await response.json());
    expect(error.fields?.map((field) => field.problem)).toEqual([problem]);
  });

  it.each([
    ['that overlaps with another', ['2026-12-28', '2027-01-04'], 'overlaps'],
    ['within another', ['2026-12-25', '2026-12-25'], 'overlaps'],
    ['around another', ['2026-12-01', '2026-12-31'], 'overlaps'],
    ['that ends before it begins', ['2026-12-03', '2026-12-02'], 'ends-before-it-begins'],
  ])('refuses a leave %s, and says which', async (_what, [from = '', to = ''], problem) => {
    const response = await save(0, { leave: [...schedule.leave, { from, to, note: '' }] });

    const { error } = errorBodySchema.parse(await response.json());
    expect(response.status).toBe(400);
    expect(error.fields).toEqual([{ path: 'schedule.leave.1', problem }]);
  });

  it('takes a leave that begins on the day after another, in any order', async () => {
    const next = { from: '2026-12-29', to: '2027-01-03', note: '年末年始' };

    const response = await save(0, { leave: [next, ...schedule.leave] });

    expect(response.status).toBe(200);
  });

  it('refuses a zone that does not exist', async () => {
    const { error } = errorBodySchema.parse(await (await save(0, { timeZone: 'Asia/Nowhere' })).json());

    expect(error.fields).toEqual([{ path: 'schedule.timeZone', problem: 'unknown-zone' }]);
  });

  it('is noted with who changed it: an admin, or whose it is', async () => {
    const admin = await bench.api.signedIn('kimura', 'admin');
    await save(0);

    await admin.send('PUT', `/api/agents/${suzuki.agentId}/schedule`, {
      basedOn: 1,
      schedule: { ...schedule, worksOnHolidays: false },
    });

    expect(bench.audited()).toMatchObject([
      {
        subject: 'account',
        action: 'settings-changed',
        actorId: suzuki.agentId,
        subjectId: suzuki.agentId,
        before: { worksOnHolidays: false, leave: [] },
        after: schedule,
      },
      {
        subject: 'account',
        action: 'settings-changed',
        actorId: admin.agentId,
        subjectId: suzuki.agentId,
        before: schedule,
        after: { ...schedule, worksOnHolidays: false },
      },
    ]);
  });

  it('is for admins only where they keep it to themselves', async () => {
    bench.teamSettings.saveDefaults({ conversation: null, hours: null, locked: ['schedule'] });
    const admin = await bench.api.signedIn('kimura', 'admin');

    const own = await save(0);
    const admins = await admin.send('PUT', `/api/agents/${suzuki.agentId}/schedule`, {
      basedOn: 1,
      schedule,
    });

    expect([own.status, admins.status]).toEqual([403, 200]);
  });
});
