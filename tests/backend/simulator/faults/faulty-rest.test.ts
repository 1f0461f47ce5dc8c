import { Hono } from 'hono';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Listening, listen } from '../../../../backend/http/listen.ts';
import { createSimulatedClock, type SimulatedClock } from '../../../../backend/simulator/clock.ts';
import { faultPlanSchema } from '../../../../backend/simulator/faults/fault-plan.ts';
import { createFaults, type Faults } from '../../../../backend/simulator/faults/faults.ts';
import { restFaults } from '../../../../backend/simulator/faults/faulty-rest.ts';

describe('the REST API on a bad day', () => {
  let clock: SimulatedClock;
  let faults: Faults;
  let listening: Listening;
  let done: string[];

  beforeEach(async () => {
    clock = createSimulatedClock({ speed: 100 });
    faults = createFaults(clock);
    done = [];
    const app = new Hono()
      .use(restFaults(faults, clock))
      .post('/Conferences/:name/Participants.json', (c) => {
        done.push(c.req.param('name'));
        return c.json({}, 201);
      });
    listening = await listen(app, { port: 0, host: '127.0.0.1' });
  });

  afterEach(async () => {
    await listening[Symbol.asyncDispose]();
    clock[Symbol.dispose]();
  });

  function create(name: string): Promise<Response> {
    return fetch(`http://127.0.0.1:${listening.port}/Conferences/${name}/Participants.json`, {
      method: 'POST',
      body: new URLSearchParams({ To: '+81300011000' }),
    });
  }

  it.each([
    ['rest-throttled', 429, 20_429, []],
    ['rest-error-before', 500, 20_500, []],
    ['rest-error-after', 500, 20_500, ['room']],
  ])('answers for %s with %i', async (kind, status, code, did) => {
    faults.follow(faultPlanSchema.parse({ rates: { [kind]: 1 } }));

    const response = await create('room');

    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ code, status });
    expect(done).toEqual(did);
  });

  it.each([
    ['rest-timeout-before', []],
    ['rest-timeout-after', ['room']],
  ])('says nothing for %s, and breaks off', async (kind, did) => {
    faults.follow(faultPlanSchema.parse({ rates: { [kind]: 1 } }));
    const askedAt = clock.now().getTime();

    await expect(create('room')).rejects.toThrow();

    expect(clock.now().getTime() - askedAt).toBeGreaterThanOrEqual(9_000);
    expect(done).toEqual(did);
  });

  it('lets no more be created in a second than the account may', async () => {
    faults.follow(faultPlanSchema.parse({ callsPerSecond: 2 }));

    const responses = await Promise.all(['a', 'b', 'c', 'd'].map(create));

    expect(responses.map(({ status }) => status).toSorted()).toEqual([201, 201, 429, 429]);
    expect(faults.counts()).toEqual({ 'calls-per-second': 2 });
  });

  it('ascribes what happens in a conference to the customer who is dialled into it', async () => {
    faults.follow(faultPlanSchema.parse({ rates: { 'rest-throttled': 1 } }));

    await create('room');

    expect(faults.struck()).toMatchObject([{ kind: 'rest-throttled', subject: '+81300011000' }]);
  });
});
