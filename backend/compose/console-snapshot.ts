import type { PresenceService } from '../agents/presence-service.ts';
import { statusSeenBy } from '../auth/visibility.ts';
import type { CallAlerts } from '../calls/call-alerts.ts';
import type { CallQueries } from '../calls/call-queries.ts';
import type { OfferAnswers } from '../handoff/offer-answers.ts';
import type { RealtimeRoutesOptions } from '../realtime/realtime-routes.ts';
import type { SupervisionService } from '../supervision/supervision-service.ts';

interface SnapshotParts {
  readonly calls: CallQueries;
  readonly offers: OfferAnswers;
  readonly presence: PresenceService;
  readonly alerts: CallAlerts;
  readonly supervision: Pick<SupervisionService, 'visibleTo'>;
}

/** Everything live that a viewer may see, for a console that starts or was away for too long. */
export function snapshotFor({
  calls,
  offers,
  presence,
  alerts,
  supervision,
}: SnapshotParts): RealtimeRoutesOptions['snapshot'] {
  return (viewer) => ({
    calls: [...calls.active(viewer)],
    offers: [...offers.openFor(viewer.id)],
    agents: presence.all().map((status) => statusSeenBy(viewer, status)),
    alerts: [...alerts.visibleTo(viewer)],
    supervisions: [...supervision.visibleTo(viewer)],
  });
}
