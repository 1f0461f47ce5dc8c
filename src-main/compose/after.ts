/** Calls `act` in `ms` milliseconds; returns the undo. */
export function after(ms: number, act: () => void): () => void {
  const timer = setTimeout(act, ms);
  return () => clearTimeout(timer);
}
