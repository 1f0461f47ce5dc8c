import { Worker, type WorkerOptions } from 'node:worker_threads';

/**
 * Runs the module `name` in a thread of its own. `beside` is the address of the asking module: the bundle has the thread's module beside
 * itself, whatever folder it comes from (`scripts/build.mjs`); where the sources run, it is in the asking one's folder and tsx reads it.
 */
export function moduleThread(name: string, beside: string, options: WorkerOptions): Worker {
  if (!beside.endsWith('.ts')) return new Worker(new URL(`./${name}.js`, beside), options);
  const source = JSON.stringify(new URL(`./${name}.ts`, beside).href);
  const code = `import('tsx/esm/api').then(({ register }) => { register(); return import(${source}); })`;
  return new Worker(code, { ...options, eval: true });
}
