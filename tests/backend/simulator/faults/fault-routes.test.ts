import { describe, expect, it } from 'vitest';
import { faultPlanSchema } from '../../../../backend/simulator/faults/fault-plan.ts';
import { faultRoutes } from '../../../../backend/simulator/faults/fault-routes.ts';
import { createFaults } from '../../../../backend/simulator/faults/faults.ts';
import { fixedClock } from '../../../support/fixed-clock.ts';

const origin = 'http://localhost:8787';

function create() {
  const faults = createFaults(fixedClock());
  return { faults, app: faultRoutes(faults) };
}

function submit(fields: Readonly<Record<string, string>>, from = origin): RequestInit {
  const whole = { seed: '3', callsPerSecond: '', clockSkewSeconds: '0', ...fields };
  return { method: 'POST', headers: { origin: from }, body: new URLSearchParams(whole) };
}

describe('the page of faults', () => {
  it('shows the plan and what has struck', async () => {
    const { app, faults } = create();
    faults.follow(faultPlanSchema.parse({ rates: { 'webhook-lost': 0.25 } }));
    faults.note('webhook-lost', 'CA1');

    const page = await (await app.request('/faults')).text();

    expect(page).toMatch(/name="webhook-lost"[^>]*value="25">\s*<td>1/);
  });

  it('takes rates in percent, and the skew in seconds', async () => {
    const { app, faults } = create();

    const response = await app.request(
      `${origin}/faults`,
      submit({ 'webhook-lost': '12.5', callsPerSecond: '1', clockSkewSeconds: '-1.5' }),
    );

    expect(response.status).toBe(303);
    expect(faults.plan()).toMatchObject({ seed: 3, callsPerSecond: 1, clockSkewMs: -1_500 });
    expect(faults.plan().rates['webhook-lost']).toBe(0.125);
  });

  it('refuses what is no rate', async () => {
    const { app } = create();

    const response = await app.request(`${origin}/faults`, submit({ 'webhook-lost': '101' }));

    expect(response.status).toBe(400);
  });

  it('takes nothing from other pages', async () => {
    const { app, faults } = create();

    const response = await app.request(
      `${origin}/faults`,
      submit({ 'webhook-lost': '100' }, 'https://elsewhere.test'),
    );

    expect(response.status).toBe(403);
    expect(faults.plan().rates['webhook-lost']).toBe(0);
  });
});

describe('the API of faults', () => {
  function put(body: unknown): RequestInit {
    return { method: 'PUT', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
  }

  it('takes a plan, and answers it with the counts', async () => {
    const { app } = create();

    await app.request('/faults.json', put({ seed: 9, rates: { 'ice-failed': 0.5 } }));
    const state = await (await app.request('/faults.json')).json();

    expect(state).toMatchObject({ plan: { seed: 9, rates: { 'ice-failed': 0.5 } }, counts: {} });
  });

  it('refuses a plan that is none', async () => {
    const { app } = create();

    const response = await app.request('/faults.json', put({ rates: { 'ice-failed': 2 } }));

    expect(response.status).toBe(400);
  });
});
