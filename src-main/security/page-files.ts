import { extname, join, resolve, sep } from 'node:path';
import { isOwnPage } from './own-page.ts';

export type PageFile =
  | { readonly kind: 'file'; readonly path: string; readonly contentType: string }
  | { readonly kind: 'refused' };

/** Which file of the built console an address of our protocol names. Nothing outside `root`, and no kind of file unknown to us. */
export function findPageFile(address: string, root: string): PageFile {
  const path = decodedPath(address);
  if (path === null || path.includes('\0') || path.includes('\\')) return { kind: 'refused' };

  const file = resolve(join(root, path === '/' ? '/index.html' : path));
  const contentType = contentTypes[extname(file)];
  if (!file.startsWith(resolve(root) + sep) || contentType === undefined) return { kind: 'refused' };
  return { kind: 'file', path: file, contentType };
}

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.wav': 'audio/wav',
  '.mp3': 'audio/mpeg',
};

function decodedPath(address: string): string | null {
  if (!isOwnPage(address)) return null;
  try {
    return decodeURIComponent(new URL(address).pathname);
  } catch {
    return null;
  }
}
