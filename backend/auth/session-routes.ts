import { Hono } from 'hono';
import { realtimeTicketSchema, type Session, sessionSchema } from '../contract/session.ts';
import { endpoint, type SignedInEnv } from '../http/endpoint.ts';
import type { Auth } from './auth.ts';
import type { Tickets } from './ticket-store.ts';

interface SessionRoutesOptions {
  readonly auth: Auth;
  readonly tickets: Tickets;
  readonly telephony: Session['telephony'];
}

/** `/session` and `/realtime/ticket` */
export function sessionRoutes({ auth, tickets, telephony }: SessionRoutesOptions) {
  return new Hono<SignedInEnv>()
    .get(
      '/session',
      endpoint({
        access: 'signed-in',
        tag: 'session',
        summary: 'Who is signed in, and how telephony is done',
        answer: { status: 200, schema: sessionSchema },
      }),
      async (c) => {
        const { setCookie } = await auth.renew(c.req.raw.headers);
        if (setCookie !== null) c.header('set-cookie', setCookie);
        const { id, name, email, role } = c.var.caller;
        const session: Session = { user: { id, name, email, role }, telephony };
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
      (c) => c.json({ ticket: tickets.issue(c.var.caller.id) }),
    );
}
