import { upgradeWebSocket } from '@hono/node-server';
import { Hono } from 'hono';
import type { z } from 'zod';
import {
  phoneClientFrameSchema,
  phonePageSchema,
  phoneServerFrameSchema,
  type phoneTokenSchema,
} from '../../contract/customer-phone.ts';
import type { Clock } from '../../kernel/clock.ts';
import type { Log } from '../../kernel/log.ts';
import { issueAccessToken, type TokenAccount } from '../gateway/access-token.ts';
import type { CustomerPhone, PhonePage } from './customer-phone.ts';
import { phoneIdentity } from './phone-devices.ts';

export interface PhoneRoutesOptions {
  readonly phone: CustomerPhone;
  readonly account: TokenAccount;
  /** Real time, also where the simulated network runs faster. */
  readonly clock: Clock;
  readonly log: Log;
}

const TOKEN_MS = 3_600_000;

/** `GET /phone/events`, the page's WebSocket, and `POST /phone/token`, for its sound. Both take `?pageId=`. */
export function phoneRoutes({ phone, account, clock, log }: PhoneRoutesOptions): Hono {
  return new Hono()
    .post('/phone/token', (c) => {
      const page = phonePageSchema.safeParse(c.req.query());
      if (!page.success) return c.body(null, 400);
      const now = clock.now();
      const token = issueAccessToken(account, {
        identity: phoneIdentity(page.data.pageId),
        now,
        expiresAt: new Date(now.getTime() + TOKEN_MS),
      });
      return c.json({ token } satisfies z.infer<typeof phoneTokenSchema>);
    })
    .get(
      '/phone/events',
      upgradeWebSocket(
        (c) => {
          const { pageId } = phonePageSchema.parse(c.req.query());
          let page: PhonePage = { pageId, send: () => {} };
          return {
            onOpen: (_event, socket) => {
              page = {
                pageId,
                send: (frame) => socket.send(JSON.stringify(phoneServerFrameSchema.parse(frame))),
              };
              phone.opened(page);
            },
            onMessage: ({ data }) => {
              const frame = phoneClientFrameSchema.safeParse(parseJson(data));
              if (frame.success) phone.received(page, frame.data);
            },
            onClose: () => phone.closed(page),
          };
        },
        { onError: (error) => log.error({ err: error }, "the customer's phone: a WebSocket failed") },
      ),
    );
}

function parseJson(data: unknown): unknown {
  try {
    return typeof data === 'string' ? JSON.parse(data) : null;
  } catch {
    return null;
  }
}
