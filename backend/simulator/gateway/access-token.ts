import { createHmac, randomUUID, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';

/** Whose tokens are taken: those signed with this key, for this account. */
export interface TokenAccount {
  readonly accountSid: string;
  readonly apiKeySid: string;
  readonly apiKeySecret: string;
}

export type CheckedToken =
  | { readonly type: 'valid'; readonly identity: string; readonly expiresAt: Date }
  | { readonly type: 'expired' }
  | { readonly type: 'invalid' };

const headerSchema = z.object({ alg: z.literal('HS256'), cty: z.literal('twilio-fpa;v=1') });
const payloadSchema = z.object({
  iss: z.string(),
  sub: z.string(),
  exp: z.number(),
  grants: z.object({
    identity: z.string().min(1).max(256),
    voice: z.object({ incoming: z.object({ allow: z.literal(true) }) }),
  }),
});

/** Verifies a Voice SDK access token (https://www.twilio.com/docs/iam/access-tokens). It must allow incoming calls. */
export function checkAccessToken(token: string, account: TokenAccount, now: Date): CheckedToken {
  const [header = '', payload = '', signature = ''] = token.split('.');
  if (!isSignedBy(account, `${header}.${payload}`, signature)) return { type: 'invalid' };
  const claims = payloadSchema.safeParse(decode(payload));
  if (!headerSchema.safeParse(decode(header)).success || !claims.success) return { type: 'invalid' };
  const { iss, sub, exp, grants } = claims.data;
  if (iss !== account.apiKeySid || sub !== account.accountSid) return { type: 'invalid' };
  const expiresAt = new Date(exp * 1_000);
  return expiresAt <= now ? { type: 'expired' } : { type: 'valid', identity: grants.identity, expiresAt };
}

export interface TokenRequest {
  readonly identity: string;
  readonly now: Date;
  readonly expiresAt: Date;
}

/** Issues what `checkAccessToken` takes, for the simulator's own pages. */
export function issueAccessToken(account: TokenAccount, { identity, now, expiresAt }: TokenRequest): string {
  const header = encode({ alg: 'HS256', typ: 'JWT', cty: 'twilio-fpa;v=1' });
  const payload = encode({
    jti: `${account.apiKeySid}-${randomUUID()}`,
    iss: account.apiKeySid,
    sub: account.accountSid,
    iat: Math.floor(now.getTime() / 1_000),
    exp: Math.floor(expiresAt.getTime() / 1_000),
    grants: { identity, voice: { incoming: { allow: true } } },
  });
  const signed = `${header}.${payload}`;
  return `${signed}.${sign(account, signed).toString('base64url')}`;
}

function isSignedBy(account: TokenAccount, signed: string, signature: string): boolean {
  const expected = sign(account, signed);
  const given = Buffer.from(signature, 'base64url');
  return given.length === expected.length && timingSafeEqual(given, expected);
}

function sign(account: TokenAccount, signed: string): Buffer {
  return createHmac('sha256', account.apiKeySecret).update(signed).digest();
}

function encode(part: object): string {
  return Buffer.from(JSON.stringify(part)).toString('base64url');
}

function decode(part: string): unknown {
  try {
    return JSON.parse(Buffer.from(part, 'base64url').toString());
  } catch {
    return null;
  }
}
