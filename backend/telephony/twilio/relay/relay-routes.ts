import { upgradeWebSocket } from '@hono/node-server';
import { type Context, Hono } from 'hono';
import type { WSContext } from 'hono/ws';
import { z } from 'zod';
import { callIdSchema, legIdSchema } from '../../../contract/ids.ts';
import { type SignatureOptions, type SignedWebhook, verifySignature } from '../webhook-signature.ts';
import { webSocketUrl } from '../webhook-urls.ts';
import { createRelaySession, type RelaySession, type RelaySessionOptions } from './relay-session.ts';

type RelayRoutesOptions = Omit<RelaySessionOptions, 'leg' | 'socket'> & SignatureOptions;

const legSchema = z.object({ callId: callIdSchema, legId: legIdSchema });
type RelayLeg = z.infer<typeof legSchema>;

/**
 * `GET /relay`, the WebSocket of a ConversationRelay. Its upgrade is signed as a webhook is, for the address with `wss://`
 * (voice/conversationrelay/onboarding): 403 for a wrong signature, 400 for a leg that is none.
 */
export function relayRoutes(options: RelayRoutesOptions): Hono<SignedWebhook> {
  const app = new Hono<SignedWebhook>();
  const signed = verifySignature({ ...options, publicUrl: webSocketUrl(options.publicUrl) });
  app.get('/relay', signed, async (c, next) => {
    const leg = legSchema.safeParse(c.get('parameters'));
    return leg.success ? upgrade(c, next, leg.data) : c.body(null, 400);
  });

  function upgrade(c: Context, next: () => Promise<void>, leg: RelayLeg) {
    return upgradeWebSocket(() => converse(options, leg), {
      onError: (error) => options.log.error({ error }, 'a WebSocket of a ConversationRelay failed'),
    })(c, next);
  }

  return app;
}

function converse(options: RelayRoutesOptions, leg: RelayLeg) {
  let session: RelaySession | null = null;
  return {
    onOpen: (_event: Event, socket: WSContext) => {
      session = createRelaySession({ ...options, leg, socket });
    },
    onMessage: (event: MessageEvent) => session?.received(event.data),
    onClose: () => session?.closed(),
  };
}
