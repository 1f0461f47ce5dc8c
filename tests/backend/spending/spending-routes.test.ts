import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { spendingSchema } from '../../../backend/contract/spending.ts';
import { type ComposedBackend, composedBackend } from '../../support/composed-backend.ts';

let backend: ComposedBackend;
let headers: Record<string, string>;

beforeEach(async () => {
  backend = composedBackend({ DAILY_SPENDING_CAP: '5000', PRICE_PER_MINUTE: '12.5' });
  headers = { ...(await backend.adminHeaders()), 'content-type': 'application/json' };
});

afterEach(() => backend[Symbol.asyncDispose]());

function put(version: number, settings: object): Promise<Response> {
  const body = JSON.stringify({ version, settings });
  return Promise.resolve(backend.app.request('/api/spending', { method: 'PUT', headers, body }));
}

describe('/api/spending', () => {
  it('is what the environment says until an admin sets it, with what was spent today', async () => {
    const response = await backend.app.request('/api/spending', { headers });

    expect(spendingSchema.parse(await response.json())).toEqual({
      version: 0,
      settings: { dailyCap: 5_000, pricePerMinute: 12.5 },
      today: {
        since: '2026-11-23T15:00:00.000Z',
        timeZone: 'Asia/Tokyo',
        minutes: 0,
        spent: 0,
        standing: 'within',
      },
    });
  });

  it('takes another cap, or none', async () => {
    const raised = await put(0, { dailyCap: 9_000, pricePerMinute: 20 });
    const lifted = await put(1, { dailyCap: null, pricePerMinute: 0 });

    expect(await raised.json()).toMatchObject({ version: 1, settings: { dailyCap: 9_000 } });
    expect(await lifted.json()).toMatchObject({ version: 2, today: { standing: 'uncapped' } });
  });

  it('takes no cap without a price', async () => {
    const response = await put(0, { dailyCap: 9_000, pricePerMinute: 0 });

    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({
      error: { fields: [{ path: 'settings.pricePerMinute', problem: 'price-missing' }] },
    });
  });
});
