import process from 'node:process';
import { main, Problem, run, script } from './run.mjs';

/** With the wrong TypeScript the checker reads nothing and finds nothing wrong with it. */
const fewestModules = 250;

await main(checkImports);

/** Runs dependency-cruiser over everything that is written by hand, and refuses a result that it came to without reading. */
async function checkImports() {
  const { ok, output } = await run(
    process.execPath,
    [
      script('dependency-cruiser/bin/dependency-cruise.mjs'),
      '--config',
      '.dependency-cruiser.mjs',
      '--output-type',
      'err-long',
      'backend',
      'src-main',
      'src-renderer',
      'tests',
    ],
    { capture: true },
  );
  process.stdout.write(output);
  if (!ok) throw new Problem('The imports break the rules of .dependency-cruiser.mjs.');
  const modules = Number(/\((\d+) modules/.exec(output)?.[1] ?? 0);
  if (modules < fewestModules) {
    throw new Problem(`Only ${modules} modules were read, where there are more than ${fewestModules}.`);
  }
}
