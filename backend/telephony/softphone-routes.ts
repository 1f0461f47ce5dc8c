import { Hono } from 'hono';
import { softphoneTokenSchema } from '../contract/session.ts';
import { endpoint, type SignedInEnv } from '../http/endpoint.ts';
import type { Telephony } from './telephony.ts';

/** `/softphone` */
export function softphoneRoutes(telephony: Pick<Telephony, 'softphoneToken'>) {
  return new Hono<SignedInEnv>().post(
    '/token',
    endpoint({
      access: 'signed-in',
      tag: 'softphone',
      summary: 'Lets your softphone register with the carrier',
      answer: { status: 200, schema: softphoneTokenSchema },
    }),
    (c) => c.json(telephony.softphoneToken(c.var.caller.id)),
  );
}
