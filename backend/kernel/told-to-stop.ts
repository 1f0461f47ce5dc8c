/** Resolves when the process is asked to end, by Ctrl-C or by whoever watches over it. Asked twice, it ends at once. */
export function toldToStop(): Promise<NodeJS.Signals> {
  return new Promise((stop) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stop);
  });
}
