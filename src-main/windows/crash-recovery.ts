/** Decides, each time the page has died, whether to load it again: a page that dies on loading must not do so for ever. */
export function createCrashRecovery(now: () => number): () => 'reload' | 'give-up' {
  let recent: number[] = [];
  return () => {
    const at = now();
    recent = [...recent.filter((earlier) => at - earlier < windowMs), at];
    return recent.length > mostReloads ? 'give-up' : 'reload';
  };
}

const windowMs = 60_000;
const mostReloads = 3;
