import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/** One module script for a page, from a TypeScript file and all that it imports but its styles. */
export async function bundleForBrowser(entry: URL): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(entry)],
    bundle: true,
    write: false,
    format: 'esm',
    jsx: 'automatic',
    target: 'chrome130',
    loader: { '.wav': 'dataurl', '.css': 'empty' },
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'silent',
  });
  const [script] = outputFiles;
  if (script === undefined) throw new Error(`nothing came of ${entry}`);
  return script.text;
}
