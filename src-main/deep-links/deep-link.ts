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

/** The call that a link among the program's arguments names: how Windows and Linux hand links over. */
export function linkedCall(argv: readonly string[]): CallId | null {
  for (const argument of argv) {
    const callId = parseDeepLink(argument);
    if (callId !== null) return callId;
  }
  return null;
}
