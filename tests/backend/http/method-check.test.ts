import { Hono } from 'hono';
import { describe, expect, it } from 'vitest';
import { refuseOtherMethods } from '../../../backend/http/method-check.ts';

function createApp(): Hono {
  const app = new Hono();
  app.use(
    '/api/*',
    refuseOtherMethods(() => app.routes),
  );
  app.post('/api/calls/start', (c) => c.text('started'));
  app.get('/api/calls/:callId', (c) => c.text(c.req.param('callId')));
  app.put('/api/calls/:callId/result', (c) => c.text('recorded'));
  return app;
}

describe('refuseOtherMethods', () => {
  it.each([
    ['GET', '/api/calls/start', 'POST'],
    ['DELETE', '/api/calls/call_1', 'GET, HEAD'],
    ['POST', '/api/calls/call_1/result', 'PUT'],
  ])('says what is allowed instead: %s %s', async (method, path, allowed) => {
    const response = await createApp().request(path, { method });

    expect([response.status, response.headers.get('allow')]).toEqual([405, allowed]);
    expect(await response.json()).toMatchObject({ error: { code: 'method-not-allowed' } });
  });

  it.each([
    ['POST', '/api/calls/start', 200],
    ['GET', '/api/calls/call_1', 200],
    ['HEAD', '/api/calls/call_1', 200],
    ['GET', '/api/nothing/here', 404],
  ])('keeps out of the way otherwise: %s %s', async (method, path, status) => {
    const response = await createApp().request(path, { method });

    expect(response.status).toBe(status);
  });
});
