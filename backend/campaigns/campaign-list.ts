import type { Viewer } from '../auth/visibility.ts';
import type { CampaignSkip, CampaignSource } from '../contract/campaigns.ts';
import type { CustomerFilter } from '../contract/customers.ts';
import type { CustomerListStore } from '../customers/customer-list-store.ts';
import type { CustomerViewStore } from '../customers/customer-view-store.ts';
import { Refusal } from '../kernel/errors.ts';
import type { CampaignSourceStore, ChosenCustomer } from './campaign-source-store.ts';
import type { ListingPlace } from './campaign-store.ts';

interface ListedBatch {
  /** In their order; one of an import may have been in an earlier batch already. */
  readonly customers: readonly ChosenCustomer[];
  /** Null: these were the last. */
  readonly next: ListingPlace | null;
}

interface CampaignListOptions {
  readonly sources: CampaignSourceStore;
  readonly customers: Pick<CustomerListStore, 'page'>;
  readonly views: Pick<CustomerViewStore, 'of'>;
}

/** Looks up whom a campaign is to call, batch by batch: all at once they would hold up calls. */
export interface CampaignList {
  /** Throws `not-found` for a view that is not the viewer's. */
  begin(viewer: Viewer, source: CampaignSource, now: Date): ListingPlace;
  batch(place: ListingPlace, rows: number): ListedBatch;
}

export function createCampaignList({ sources, customers, views }: CampaignListOptions): CampaignList {
  function filterOf(viewer: Viewer, viewId: string): CustomerFilter {
    const view = views.of(viewer.id).find(({ id }) => id === viewId);
    if (view === undefined) throw new Refusal('not-found', 'There is no such view.');
    return view.filter;
  }

  return {
    begin(viewer, source, now) {
      const place = { type: 'filter', now: now.toISOString(), after: null } as const;
      switch (source.type) {
        case 'view':
          return { ...place, filter: filterOf(viewer, source.viewId) };
        case 'filter':
          return { ...place, filter: source.filter };
        case 'import':
          return { type: 'import', importId: source.importId, afterRow: 0 };
        case 'customers':
          return source;
      }
    },
    batch(place, rows) {
      switch (place.type) {
        case 'filter': {
          // Campaigns are made by admins, who see everybody.
          const request = { scope: 'all', filter: place.filter, now: new Date(place.now) } as const;
          const page = customers.page({ ...request, after: place.after, limit: rows });
          return { customers: page.rows, next: page.next === null ? null : { ...place, after: page.next } };
        }
        case 'import': {
          const found = sources.ofImport(place.importId, place.afterRow, rows);
          const last = found.at(-1);
          const more = found.length === rows && last !== undefined;
          return { customers: found, next: more ? { ...place, afterRow: last.row } : null };
        }
        case 'customers': {
          const { customerIds } = place;
          const rest = customerIds.slice(rows);
          const next = rest.length === 0 ? null : { ...place, customerIds: rest };
          return { customers: sources.named(customerIds.slice(0, rows)), next };
        }
      }
    },
  };
}

/** Why somebody is not called, whoever else is in the campaign. */
export function reasonAgainst(
  customer: Pick<ChosenCustomer, 'phoneNumber' | 'doNotCall' | 'status'>,
): Extract<CampaignSkip, 'no-number' | 'do-not-call' | 'rejected'> | null {
  if (customer.phoneNumber === '') return 'no-number';
  if (customer.doNotCall) return 'do-not-call';
  return customer.status === 'rejected' ? 'rejected' : null;
}
