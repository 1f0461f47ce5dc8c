import { Hono } from 'hono';
import { realtimeTicketSchema, type Session, sessionSchema } from '../contract/session.ts';
import { endpoint, type SignedInEnv } from '../http/endpoint.ts';
import type { Clock } from '../kernel/clock.ts';
import { japaneseHolidaysOf } from '../kernel/japanese-holidays.ts';
import type { Auth } from './auth.ts';
import type { Tickets } from './ticket-store.ts';

interface SessionRoutesOptions {
  readonly auth: Auth;
  readonly tickets: Tickets;
  readonly telephony: Session['telephony'];
  readonly clock: Clock;
}

/** `/session` and `/realtime/ticket` */
export function sessionRoutes({ auth, tickets, telephony, clock }: SessionRoutesOptions) {
  return new Hono<SignedInEnv>()
    .get(
      '/session',
      endpoint({
        access: 'signed-in',
        tag: 'session',
        summary: 'Who is signed in, how telephony is done, and the holidays',
        answer: { status: 200, schema: sessionSchema },
      }),
      async (c) => {
        const { setCookie } = await auth.renew(c.req.raw.headers);
        if (setCookie !== null) c.header('set-cookie', setCookie);
        const { id, name, email, role } = c.var.caller;
        const year = clock.now().getUTCFullYear();
        const holidays = [...japaneseHolidaysOf(year), ...japaneseHolidaysOf(year + 1)];
        const session: Session = { user: { id, name, email, role }, telephony, holidays };
        return c.json(session);
      },
    )
    .post(
      '/realtime/ticket',
      endpoint({
        access: 'signed-in',
        tag: 'session',
        summary: 'A ticket that opens one WebSocket within a minute',
        answer: { status: 200, schema: realtimeTicketSchema },
      }),
      (c) => c.json({ ticket: tickets.issue(c.var.caller.sessionId) }),
    );
}
