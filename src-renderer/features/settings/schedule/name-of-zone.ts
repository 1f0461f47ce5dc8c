import type { Language } from '../../../platform/preferences.ts';
import { formatTimeZone } from '../../../platform/times.ts';

/** There are some four hundred, and working out the names of all is felt: each is worked out once. */
const known = new Map<string, string>();

/** `日本標準時 (Tokyo)`, in English `Japan Standard Time (Tokyo)`, of an IANA zone. */
export function nameOfZone(zone: string, language: Language): string {
  const key = `${language} ${zone}`;
  const name = known.get(key) ?? `${formatTimeZone(zone, language)} (${placeOf(zone)})`;
  known.set(key, name);
  return name;
}

/** `Ho Chi Minh` of `Asia/Ho_Chi_Minh`. */
function placeOf(zone: string): string {
  return zone.slice(zone.lastIndexOf('/') + 1).replaceAll('_', ' ');
}
