import { readFile } from 'node:fs/promises';
import { protocol } from 'electron';
import { contentSecurityPolicy } from './content-security-policy.ts';
import { pageAt, pageScheme } from './own-page.ts';
import { findPageFile } from './page-files.ts';

/** Makes our protocol as good as https in Chromium's eyes. Must be called before the app is ready. */
export function declarePageScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: pageScheme,
      privileges: {
        standard: true,
        secure: true,
        supportFetchAPI: true,
        corsEnabled: true,
        stream: true,
        // Of our own scripts, compiled: nothing of a customer's, and the next start is faster.
        codeCache: true,
      },
    },
  ]);
}

export interface PageProtocolDeps {
  /** Folder of the built console. */
  readonly root: string;
  readonly server: () => string;
  /** The page, whole, that stands where the console has stopped. */
  readonly stoppedPage: () => string;
  /** A file of the console is not there, or cannot be read. */
  readonly onUnreadable: (error: unknown) => void;
}

/** Serves the built console, each answer under the policy for the server of the moment. */
export function servePages({ root, server, stoppedPage, onUnreadable }: PageProtocolDeps): void {
  protocol.handle(pageScheme, async ({ url }) => {
    const file = findPageFile(url, root);
    if (file.kind === 'refused') return new Response(null, { status: 404 });
    const headers = {
      'content-type': file.contentType,
      'content-security-policy': contentSecurityPolicy(pageAt(url), server()),
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
    };
    if (pageAt(url) === 'stopped') return new Response(stoppedPage(), { headers });
    try {
      return new Response(await readFile(file.path), { headers });
    } catch (error) {
      onUnreadable(error);
      return new Response(null, { status: 404 });
    }
  });
}
