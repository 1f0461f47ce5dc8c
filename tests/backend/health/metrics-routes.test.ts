import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type ComposedBackend, composedBackend } from '../../support/composed-backend.ts';

const token = 'a-token-for-the-tests-of-metrics';

let backend: ComposedBackend;

beforeEach(() => {
  backend = composedBackend({ METRICS_TOKEN: token });
});

afterEach(() => backend[Symbol.asyncDispose]());

async function metrics(): Promise<string> {
  const headers = { authorization: `Bearer ${token}` };
  const response = await backend.app.request('/metrics', { headers });
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toMatch(/^text\/plain/);
  return response.text();
}

describe('the metrics', () => {
  it('tell how long answers took, by the route as it is declared', async () => {
    await backend.app.request('/healthz');
    await backend.app.request('/api/calls/call_11111111111111111111');

    const text = await metrics();

    expect(text).toContain('toritsugi_http_seconds_count{route="/healthz",status="200"} 1');
    expect(text).toContain('toritsugi_http_seconds_count{route="/api/calls/:callId",status="401"} 1');
  });

  it('tell what there is to do at the moment', async () => {
    const text = await metrics();

    for (const line of [
      'toritsugi_calls{status="ringing"} 0',
      'toritsugi_offers 0',
      'toritsugi_waiting_customers 0',
      'toritsugi_carrier_commands 0',
      'toritsugi_timers_overdue 0',
      'toritsugi_consoles 0',
      'toritsugi_put_off{what="campaigns"} 0',
      'toritsugi_put_off{what="reports"} 0',
      'toritsugi_event_loop_worst_seconds 0',
      'toritsugi_command_wait_seconds 0',
    ]) {
      expect(text).toContain(line);
    }
  });

  it('tell of the database and of the process', async () => {
    await backend.adminHeaders();
    backend.database.transaction(() => undefined);

    const text = await metrics();

    expect(text).toMatch(/toritsugi_transaction_seconds_count \d+/);
    expect(text).toContain('nodejs_eventloop_lag_p99_seconds');
    expect(text).toContain('process_resident_memory_bytes');
  });
});

describe('who asks for the metrics', () => {
  it.each([
    ['without a token', {}],
    ['with another token', { authorization: 'Bearer of-somebody-else' }],
  ])('%s is refused', async (_, headers) => {
    expect((await backend.app.request('/metrics', { headers })).status).toBe(401);
  });

  it('finds nothing where there is no token', async () => {
    await using closed = composedBackend({});

    const response = await closed.app.request('/metrics', { headers: { authorization: 'Bearer ' } });

    expect(response.status).toBe(404);
  });
});
