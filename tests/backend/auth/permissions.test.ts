import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { routePermissions } from '../../../backend/auth/permissions.ts';
import { permissionsDocument } from '../../../scripts/permissions-document.ts';
import { type ComposedBackend, composedBackend } from '../../support/composed-backend.ts';

const documentSchema = z.object({ paths: z.record(z.string(), z.record(z.string(), z.unknown())) });

let backend: ComposedBackend;

beforeEach(() => {
  backend = composedBackend();
});

afterEach(() => backend[Symbol.asyncDispose]());

describe('the table of permissions', () => {
  it('has every route of the API, and no other', async () => {
    const response = await backend.app.request('/api/openapi.json');
    const { paths } = documentSchema.parse(await response.json());
    const declared = Object.entries(paths).flatMap(([path, operations]) =>
      Object.keys(operations).map((method) => `${method.toUpperCase()} ${path}`),
    );

    expect(Object.keys(routePermissions).toSorted()).toEqual(declared.toSorted());
  });

  it('is what docs/permissions.md says', () => {
    const written = readFileSync(new URL('../../../docs/permissions.md', import.meta.url), 'utf8');

    expect(written).toBe(permissionsDocument());
  });
});
