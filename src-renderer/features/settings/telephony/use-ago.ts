import { formatAgo, useSeconds } from '../../../platform/times.ts';
import { useLanguage } from '../../../platform/use-language.ts';

/** Says how long ago something was, by the server's clock and every second anew. */
export function useAgo(): (instant: string) => string {
  const now = useSeconds();
  const language = useLanguage();
  return (instant) => formatAgo(now - Date.parse(instant) / 1_000, language);
}
