/** What the library sets as a cookie once the password was right. Null when the session is open already. */
export function challengeIn(answer: Response, cookie: string): string | null {
  const found = answer.headers.getSetCookie().find((set) => set.startsWith(`${cookie}=`));
  return found?.slice(cookie.length + 1).split(';')[0] ?? null;
}

interface Challenged {
  readonly cookie: string;
  readonly challenge: string;
  readonly code: string;
}

/**
 * The second step, as the library knows it: the challenge in its cookie, and no session that the request may carry otherwise. The
 * desktop app sends no cookies, so both kinds of client send the challenge in the body.
 */
export function withChallenge(request: Request, { cookie, challenge, code }: Challenged): Request {
  const headers = new Headers(request.headers);
  headers.delete('authorization');
  headers.set('cookie', `${cookie}=${challenge.replaceAll(/[^\w%.\-~]/g, '')}`);
  const step = /^\d{6}$/.test(code) ? 'verify-totp' : 'verify-backup-code';
  return new Request(new URL(`/api/auth/two-factor/${step}`, request.url), { method: 'POST', headers });
}
