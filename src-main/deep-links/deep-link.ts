import { type CallId, callIdSchema } from '../../backend/contract/ids.ts';

export const linkScheme = 'toritsugi';

/** `toritsugi://call/<id>`: the call it names; null for anything else, for anybody can make a link. */
export function parseDeepLink(link: string): CallId | null {
  if (!URL.canParse(link)) return null;
  const url = new URL(link);
  if (url.protocol !== `${linkScheme}:` || url.host !== 'call') return null;
  const callId = callIdSchema.safeParse(url.pathname.slice(1));
  return callId.success ? callId.data : null;
}

/** The link among the program's arguments: how Windows and Linux hand links over. */
export function linkAmong(argv: readonly string[]): string | null {
  return argv.find((argument) => argument.toLowerCase().startsWith(`${linkScheme}:`)) ?? null;
}
