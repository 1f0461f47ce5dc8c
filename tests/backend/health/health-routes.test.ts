import { describe, expect, it } from 'vitest';
import { healthRoutes } from '../../../backend/health/health-routes.ts';

describe('healthRoutes', () => {
  it('are well while the process runs', async () => {
    const response = await healthRoutes(() => false).request('/healthz');

    expect(response.status).toBe(200);
  });

  it('are ready once the work can be done', async () => {
    const response = await healthRoutes(() => true).request('/readyz');

    expect(response.status).toBe(200);
  });

  it('are not ready when asking fails', async () => {
    const broken = healthRoutes(() => {
      throw new Error('the disk is full');
    });

    expect((await broken.request('/readyz')).status).toBe(503);
    expect((await healthRoutes(() => false).request('/readyz')).status).toBe(503);
  });
});
