import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { type Env, Hono } from 'hono';
import { generateSpecs } from 'hono-openapi';
import { z } from 'zod';
import { openEndpoint } from './endpoint.ts';
import type { ApiEnv } from './identify.ts';

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
        answer: { status: 200, schema: null },
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
  return generateSpecs(app, {
    excludeStaticFile: false,
    defaultValidationErrorResponse: false,
    documentation: {
      info: {
        title: 'Toritsugi',
        version: '1',
        description:
          'The API of the console and the desktop app. Events arrive over the WebSocket `/api/realtime`.',
      },
      components: {
        securitySchemes: {
          cookie: { type: 'apiKey', in: 'cookie', name: 'toritsugi.session_token' },
          bearer: { type: 'http', scheme: 'bearer' },
        },
      },
    },
  });
}

/** Swagger UI from our own server: no script comes from elsewhere. */
const page = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Toritsugi API</title>
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
