import { Validator } from '@seriousme/openapi-schema-validator';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type ComposedBackend, composedBackend } from '../../support/composed-backend.ts';

const operationSchema = z.object({
  tags: z.array(z.string()).length(1),
  summary: z.string().min(1),
  description: z.string().regex(/^For (anyone|whoever is signed in|admins only)\./),
  security: z.array(z.unknown()),
  requestBody: z.unknown().optional(),
  responses: z.record(
    z.string(),
    z.object({ description: z.string().min(1), content: z.unknown().optional() }),
  ),
});

const documentSchema = z.looseObject({
  tags: z.array(z.object({ name: z.string(), description: z.string().min(1) })),
  paths: z.record(z.string(), z.record(z.string(), operationSchema)),
  components: z.object({ schemas: z.record(z.string(), z.unknown()) }),
});

let backend: ComposedBackend;
let document: z.infer<typeof documentSchema>;

beforeEach(async () => {
  backend = composedBackend();
  const response = await backend.app.request('/api/openapi.json');
  document = documentSchema.parse(await response.json());
});

afterEach(() => backend[Symbol.asyncDispose]());

function operations() {
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ route: `${method} ${path}`, ...operation })),
  );
}

describe('the OpenAPI document', () => {
  it('is valid OpenAPI 3.1', async () => {
    const { valid, errors } = await new Validator().validate(structuredClone(document));

    expect({ valid, errors }).toEqual({ valid: true, errors: undefined });
  });

  it('names what several routes share, and refers to nothing that it does not name', () => {
    const references = JSON.stringify(document).matchAll(/"#\/components\/schemas\/(\w+)"/g);
    const used = new Set([...references].map(([, name = '']) => name));

    expect([...used].filter((name) => !(name in document.components.schemas))).toEqual([]);
    expect([...used]).toEqual(expect.arrayContaining(['CallSession', 'Customer', 'ErrorBody', 'Instant']));
  });

  it('says what every tag is for', () => {
    const described = document.tags.map(({ name }) => name);

    expect(operations().filter(({ tags: [tag = ''] }) => !described.includes(tag))).toEqual([]);
  });

  it('tells of the refusals that each kind of route has', () => {
    const undocumented = operations().flatMap(({ route, security, responses }) => {
      const changes = !route.startsWith('get ');
      const always = ['400', '500'];
      const expected = [
        ...always,
        ...(changes ? ['403', '413', '415'] : []),
        ...(security.length > 0 ? ['401'] : []),
      ];
      return expected.filter((status) => !(status in responses)).map((status) => `${route}: ${status}`);
    });

    expect(undocumented).toEqual([]);
  });

  it('describes the body of everything that must be told something', () => {
    const described = operations().filter(({ requestBody }) => requestBody !== undefined);

    expect(described.map(({ route }) => route)).toEqual(
      expect.arrayContaining([
        'post /api/auth/sign-in/email',
        'post /api/calls/start',
        'put /api/agents/phone',
      ]),
    );
  });

  it('says in words what each code means', () => {
    const start = document.paths['/api/calls/start']?.['post']?.responses['409'];

    expect(start?.description).toContain('- `do-not-call`: the number is blocked for the whole company');
  });
});
