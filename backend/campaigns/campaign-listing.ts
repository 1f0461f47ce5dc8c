import { setImmediate as nextTurn } from 'node:timers/promises';
import type { CampaignId } from '../contract/ids.ts';
import type { Database } from '../db/database.ts';
import type { Log } from '../kernel/log.ts';
import type { AdmitToCampaign } from './campaign-admission.ts';
import type { CampaignList } from './campaign-list.ts';
import type { CampaignPublisher } from './campaign-publisher.ts';
import type { CampaignStore, ListingPlace } from './campaign-store.ts';

interface CampaignListingOptions {
  readonly database: Pick<Database, 'transaction'>;
  readonly campaigns: Pick<CampaignStore, 'find' | 'update' | 'beingListed'>;
  readonly admit: AdmitToCampaign;
  readonly list: CampaignList;
  readonly publisher: Pick<CampaignPublisher, 'changed' | 'progressed'>;
  readonly log: Log;
}

/** Takes the customers of new campaigns in, in steps that hold nobody up. What is left to do is in the database. */
export interface CampaignListing extends AsyncDisposable {
  /** Takes the first customers in, in the caller's transaction; what is left of the place is stored. */
  take(campaignId: CampaignId, place: ListingPlace): void;
  /** Goes on with whatever is left, until nothing is, or until it is disposed of. */
  goOn(): void;
  /** Resolves when nothing is left to do. */
  idle(): Promise<void>;
}

/** A transaction of a few milliseconds. */
const batchRows = 200;

export function createCampaignListing(options: CampaignListingOptions): CampaignListing {
  const { database, campaigns, admit, list, publisher, log } = options;
  const ending = new AbortController();
  let work: Promise<void> | null = null;

  function take(campaignId: CampaignId, place: ListingPlace): void {
    const { customers, next } = list.batch(place, batchRows);
    admit(campaignId, customers);
    campaigns.update(campaignId, { listing: next });
  }

  /** False when nothing is left. */
  function step(): boolean {
    const [campaign] = campaigns.beingListed();
    if (campaign === undefined || campaign.listing === null) return false;
    const { id, listing } = campaign;
    database.transaction(() => {
      take(id, listing);
      if (campaigns.find(id)?.listing === null) publisher.changed(id);
      else publisher.progressed(id);
    });
    return true;
  }

  async function workOff(): Promise<void> {
    try {
      // Whoever asked is answered first.
      do await nextTurn();
      while (!ending.signal.aborted && step());
    } catch (error) {
      log.error({ error }, 'the customers of a campaign could not be looked up: the next start tries again');
    } finally {
      work = null;
    }
  }

  return {
    take,
    goOn() {
      work ??= workOff();
    },
    idle: async () => {
      await work;
    },
    async [Symbol.asyncDispose]() {
      ending.abort();
      await work;
    },
  };
}
