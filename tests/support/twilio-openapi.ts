import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { copyFile, mkdir, mkdtemp, readFile, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, it } from 'vitest';
import { createOpenApiChecker, type OpenApiChecker } from './openapi-checker.ts';
import { type OpenApiDocument, openApiDocumentSchema } from './openapi-document.ts';

/** Twilio's own description of its REST API, or why it is not to be had. */
type TwilioOpenApi =
  | { readonly type: 'loaded'; readonly checker: OpenApiChecker; readonly document: OpenApiDocument }
  | { readonly type: 'unavailable'; readonly reason: string };

const packageName = '@twilio/cli-core';
const version = '8.3.2';
/** The descriptions that are used: of the API, and of what is particular to voice. */
type Description = 'api_v2010' | 'voice_v1';

const npmTimeoutMs = 60_000;

const run = promisify(execFile);

/**
 * Reads the description out of the package of Twilio's command line tool, fetched once from the npm registry. As a dependency it would bring
 * 272 packages.
 */
export async function loadTwilioOpenApi(description: Description = 'api_v2010'): Promise<TwilioOpenApi> {
  const cacheFile = fileURLToPath(
    new URL(`../../.cache/twilio-${description}-${version}.json`, import.meta.url),
  );
  try {
    if (!existsSync(cacheFile)) await fetchDescription(description, cacheFile);
  } catch {
    return {
      type: 'unavailable',
      reason: `${packageName}@${version} could not be had from the npm registry`,
    };
  }
  const document = openApiDocumentSchema.parse(JSON.parse(await readFile(cacheFile, 'utf8')));
  return { type: 'loaded', checker: createOpenApiChecker(document), document };
}

/** Tests that need the description; without it one test stands for them, skipped, and says why. */
export function describeByTwilio(
  openApi: TwilioOpenApi,
  name: string,
  tests: (checker: OpenApiChecker, document: OpenApiDocument) => void,
): void {
  if (openApi.type === 'loaded') {
    describe(name, () => tests(openApi.checker, openApi.document));
  } else {
    it(name, ({ skip }) => skip(openApi.reason));
  }
}

async function fetchDescription(description: Description, cacheFile: string): Promise<void> {
  const fileInPackage = `package/src/services/twilio-api/twilio_${description}.json`;
  const folder = await mkdtemp(join(tmpdir(), 'twilio-openapi-'));
  try {
    const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
    const pack = ['pack', '--ignore-scripts', '--silent', '--fetch-retries=0', `${packageName}@${version}`];
    const { stdout } = await run(npm, pack, { cwd: folder, timeout: npmTimeoutMs });
    await run('tar', ['-xzf', stdout.trim(), fileInPackage], { cwd: folder });
    await mkdir(dirname(cacheFile), { recursive: true });
    // Other test files may be doing the same: whoever is last puts the same file there.
    const moved = `${cacheFile}.${basename(folder)}`;
    await copyFile(join(folder, fileInPackage), moved);
    await rename(moved, cacheFile);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
