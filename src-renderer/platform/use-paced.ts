import { useEffect, useEffectEvent, useState } from 'react';

/** A value that is taken over once in `everyMs` at most; unlike one that has to settle, also while it changes on and on. */
export function usePaced<Value>(value: Value, everyMs: number): Value {
  const [paced, setPaced] = useState(value);
  const takeOver = useEffectEvent(() => setPaced(value));
  const isBehind = value !== paced;
  useEffect(() => {
    if (!isBehind) return undefined;
    const timer = setTimeout(() => takeOver(), everyMs);
    return () => clearTimeout(timer);
  }, [isBehind, everyMs]);
  return paced;
}
