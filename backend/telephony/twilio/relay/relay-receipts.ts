import type { LegId } from '../../../contract/ids.ts';
import type { Database } from '../../../db/database.ts';
import type { WebhookReceiptsStore } from '../webhook-receipts-store.ts';

/** What may still happen in a leg's ConversationRelay, whoever died meanwhile: it opens once, and is over once `<Gather>` has gone on. */
export interface RelayReceipts {
  /** In one transaction with the receipt; null when the leg has had its session. */
  opening<Answer>(legId: LegId, now: Date, act: () => Answer): Answer | null;
  /** In a transaction; null when the session is over. */
  whileOpen<Answer>(legId: LegId, act: () => Answer): Answer | null;
}

export function createRelayReceipts(
  database: Pick<Database, 'transaction'>,
  receipts: WebhookReceiptsStore,
): RelayReceipts {
  const isOver = (legId: LegId): boolean => receipts.find(relayEndedKey(legId)) !== null;
  return {
    opening: (legId, now, act) =>
      database.transaction(() => {
        const key = `relay:${legId}`;
        if (isOver(legId) || receipts.find(key) !== null) return null;
        receipts.add(key, '', now);
        return act();
      }),
    whileOpen: (legId, act) => database.transaction(() => (isOver(legId) ? null : act())),
  };
}

/** Of the action of `<Connect>`, which comes when the session is over. */
export function relayEndedKey(legId: LegId): string {
  return `relay-ended:${legId}`;
}
