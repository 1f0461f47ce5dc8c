import { useEffect } from 'react';

/** While `active`, the browser asks before it closes or reloads the page: the line would go with it. */
export function useUnloadQuestion(active: boolean): void {
  useEffect(() => {
    if (!active) return;
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [active]);
}

function ask(event: BeforeUnloadEvent): void {
  event.preventDefault();
}
