import { Hono } from 'hono';
import type { AuditTrail } from './audit-trail.ts';
import { auditTrailRoutes } from './audit-trail-routes.ts';
import { blockRoutes } from './block-routes.ts';
import type { BlockService } from './block-service.ts';
import { type CustomerRoutesOptions, customerRoutes } from './customer-routes.ts';
import { customerViewRoutes } from './customer-view-routes.ts';
import type { CustomerViewService } from './customer-view-service.ts';
import { doNotCallRoutes } from './do-not-call-routes.ts';
import type { DoNotCallService } from './do-not-call-service.ts';
import type { CustomerExport } from './export/customer-export.ts';
import { exportRoutes } from './export/export-routes.ts';
import { importRoutes } from './import/import-routes.ts';
import type { ImportService } from './import/import-service.ts';
import { personalDataRoutes } from './personal-data/personal-data-routes.ts';
import type { PersonalDataService } from './personal-data/personal-data-service.ts';
import { reminderRoutes } from './reminder-routes.ts';
import type { ReminderService } from './reminder-service.ts';

/** Everything that people do with customers, apart from calling them. */
export interface CustomerDesk {
  readonly customers: CustomerRoutesOptions;
  readonly views: CustomerViewService;
  readonly blocks: BlockService;
  readonly imports: ImportService;
  readonly exported: CustomerExport;
  readonly doNotCall: DoNotCallService;
  readonly reminders: ReminderService;
  readonly auditTrail: AuditTrail;
  readonly personalData: PersonalDataService;
}

/** `/customers`, and what hangs on them. What is written out comes before what takes the last word for an id. */
export function customerDeskRoutes(desk: CustomerDesk) {
  const { customers, views, blocks, imports } = desk;
  return new Hono()
    .route('/customers', customerViewRoutes(views))
    .route('/customers', importRoutes(imports))
    .route('/customers', exportRoutes(desk.exported))
    .route('/customers', customerRoutes(customers))
    .route('/customers', blockRoutes(blocks))
    .route('/customers', personalDataRoutes(desk.personalData))
    .route('/', reminderRoutes(desk.reminders))
    .route('/do-not-call', doNotCallRoutes(desk.doNotCall))
    .route('/audit', auditTrailRoutes(desk.auditTrail));
}
