import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { type Env, Hono } from 'hono';
import { generateSpecs } from 'hono-openapi';
import { z } from 'zod';
import type { ErrorCode } from '../contract/errors.ts';
import { type Endpoint, openEndpoint } from './endpoint.ts';
import type { ApiEnv } from './identify.ts';
import { nameSchemas } from './named-schemas.ts';
import { commonRefusalResponses } from './refusal-responses.ts';

const documentSchema = z.record(z.string(), z.unknown());

/** The OpenAPI document of every route that `app` has by the time it is asked for, and a page to read it. */
export function apiDocumentRoutes<E extends Env>(app: Hono<E>): Hono<ApiEnv> {
  let document: Promise<unknown> | undefined;
  return new Hono<ApiEnv>()
    .get(
      '/openapi.json',
      openEndpoint({
        tag: 'about',
        summary: 'This document',
        answer: { status: 200, schema: documentSchema },
      }),
      async (c) => {
        document ??= describe(app);
        return c.json(documentSchema.parse(await document));
      },
    )
    .get(
      '/docs',
      openEndpoint({
        tag: 'about',
        summary: 'This document as a page to read',
        answer: { status: 200, schema: z.string(), media: ['text/html'] },
      }),
      (c) => c.html(page),
    )
    .get('/docs/:file{swagger-ui\\.css|swagger-ui-bundle\\.js|start\\.js}', async (c) => {
      const file = c.req.param('file');
      const text = file === 'start.js' ? startScript : await readFile(join(swaggerFolder(), file), 'utf8');
      return c.body(text, 200, {
        'content-type': file.endsWith('.css') ? 'text/css; charset=utf-8' : 'text/javascript; charset=utf-8',
      });
    });
}

function describe<E extends Env>(app: Hono<E>): Promise<unknown> {
  nameSchemas();
  return generateSpecs(app, {
    excludeStaticFile: false,
    defaultValidationErrorResponse: false,
    defaultOptions: {
      GET: { responses: commonRefusalResponses(['internal']) },
      POST: { responses: commonRefusalResponses(ofChanges) },
      PUT: { responses: commonRefusalResponses(ofChanges) },
      DELETE: { responses: commonRefusalResponses(ofChanges) },
    },
    documentation: {
      info: { title: 'Toritsugi', version: '1', description },
      servers: [{ url: '/', description: 'This server' }],
      tags: Object.entries(tags).map(([name, of]) => ({ name, description: of })),
      components: {
        securitySchemes: {
          cookie: { type: 'apiKey', in: 'cookie', name: 'toritsugi.session_token' },
          bearer: { type: 'http', scheme: 'bearer' },
        },
      },
    },
  });
}

/** What the shell of the API refuses of whatever may change something. */
const ofChanges = [
  'not-allowed',
  'too-large',
  'not-json',
  'internal',
] as const satisfies readonly ErrorCode[];

const description = `The API of the console and the desktop app.

- **Who is calling** is told by a session: a cookie for pages of the allowed origins, a bearer token for apps.
- **Bodies** are JSON, sound files apart. Times are ISO 8601 in UTC, telephone numbers E.164.
- **Refusals** are all alike: an error with a \`code\` for programs and a \`message\` for developers. A parameter in the address that a
  route does not know is refused, too.
- **Events** arrive over the WebSocket \`/api/realtime?clientId=&after=&ticket=\`, numbered. \`clientId\` is a UUID that a console makes up
  for itself; \`after\` is the last number it saw; a \`ticket\` from \`/api/realtime/ticket\` stands in for the cookie.`;

const tags = {
  session: 'Signing in and out, and who is signed in',
  calls: 'Starting, watching, handing over and ending calls, and their history',
  offers: 'Calls that an agent is asked to take',
  agents: 'Availability of everybody; one’s own settings',
  customers: 'Whom to call',
  campaigns: 'Many customers, called as fast as there are agents for them',
  softphone: 'The carrier’s side of the softphone',
  users: 'Accounts, for admins, and setting a password with a link from one',
  telephony: 'How the telephone line is doing',
  reports: 'What came of the calls of a period',
  about: 'This documentation',
} as const satisfies Record<Endpoint['tag'], string>;

/** Swagger UI from our own server: no script comes from elsewhere. */
const page = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Toritsugi API</title>
<link rel="icon" href="/icon.svg">
<link rel="stylesheet" href="/api/docs/swagger-ui.css">
<div id="page"></div>
<script src="/api/docs/swagger-ui-bundle.js"></script>
<script src="/api/docs/start.js"></script>
</html>
`;

const startScript = `SwaggerUIBundle({ url: '/api/openapi.json', dom_id: '#page', deepLinking: true });\n`;

function swaggerFolder(): string {
  return dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'));
}
