import type { Viewer } from '../auth/visibility.ts';
import type { CustomerView, SaveView } from '../contract/customer-views.ts';
import type { ViewId } from '../contract/ids.ts';
import type { Clock } from '../kernel/clock.ts';
import { Refusal } from '../kernel/errors.ts';
import type { Ids } from '../kernel/ids.ts';
import { InvalidInput } from '../kernel/invalid-input.ts';
import type { CustomerViewStore, StoredView } from './customer-view-store.ts';

/** The lists of customers that an agent keeps under a name. */
export interface CustomerViewService {
  all(viewer: Viewer): readonly CustomerView[];
  /** Throws `invalid-input` when there are too many. */
  add(viewer: Viewer, view: SaveView): CustomerView;
  /** Throws `not-found`, also for somebody else's. */
  replace(viewer: Viewer, viewId: ViewId, view: SaveView): CustomerView;
  remove(viewer: Viewer, viewId: ViewId): void;
}

interface CustomerViewServiceOptions {
  readonly views: CustomerViewStore;
  readonly ids: Pick<Ids, 'view'>;
  readonly clock: Clock;
}

const mostViews = 50;

export function createCustomerViewService(options: CustomerViewServiceOptions): CustomerViewService {
  const { views, ids, clock } = options;
  return {
    all: (viewer) => views.of(viewer.id).map(shown),
    add(viewer, view) {
      if (views.count(viewer.id) >= mostViews) {
        throw new InvalidInput([{ path: 'name', problem: `there are ${mostViews} views already` }]);
      }
      const stored = { ...view, id: ids.view(), agentId: viewer.id, createdAt: clock.now() };
      views.insert(stored);
      return shown(stored);
    },
    replace(viewer, viewId, view) {
      if (!views.replace(viewer.id, viewId, view)) throw noSuchView();
      const stored = views.of(viewer.id).find(({ id }) => id === viewId);
      if (stored === undefined) throw noSuchView();
      return shown(stored);
    },
    remove(viewer, viewId) {
      if (!views.remove(viewer.id, viewId)) throw noSuchView();
    },
  };
}

function shown({ agentId: _, createdAt, ...view }: StoredView): CustomerView {
  return { ...view, createdAt: createdAt.toISOString() };
}

function noSuchView(): Refusal {
  return new Refusal('not-found', 'There is no such view.');
}
