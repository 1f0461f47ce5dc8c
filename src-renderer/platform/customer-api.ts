import type { z } from 'zod';
import type { ExportQuery } from '../../backend/contract/customer-exports.ts';
import { type Timeline, timelineSchema } from '../../backend/contract/customer-timeline.ts';
import {
  type CustomerView,
  customerViewSchema,
  customerViewsSchema,
  type SaveView,
} from '../../backend/contract/customer-views.ts';
import {
  type AddCustomer,
  type Block,
  blockSchema,
  type ChangeCustomer,
  type ChangeCustomers,
  type Customer,
  type CustomerFilter,
  type CustomerPage,
  type CustomersChanged,
  customerPageSchema,
  customerSchema,
  customersChangedSchema,
  customerTagsSchema,
  type LiftBlock,
} from '../../backend/contract/customers.ts';
import type { CustomerId, ReminderId, ViewId } from '../../backend/contract/ids.ts';
import {
  type AddReminder,
  type MoveReminder,
  type OpenReminder,
  openReminderSchema,
} from '../../backend/contract/reminders.ts';
import { addressQuery } from './address-query.ts';
import { ask, fetchFile, tell } from './answers.ts';
import type { HttpMethod, Transport } from './transport.ts';

/** Which page of the customers: `after` is the `next` of the page before. */
interface CustomersRequest {
  readonly filter: CustomerFilter;
  readonly after: string | null;
}

type CustomerTags = z.infer<typeof customerTagsSchema>['tags'];

/** Customers, and what hangs on them. */
export interface CustomerApi {
  customers(request: CustomersRequest): Promise<CustomerPage>;
  customer(customerId: CustomerId): Promise<Customer>;
  addCustomer(added: AddCustomer): Promise<Customer>;
  changeCustomer(customerId: CustomerId, change: ChangeCustomer): Promise<Customer>;
  changeCustomers(change: ChangeCustomers): Promise<CustomersChanged>;
  exportCustomers(wanted: ExportQuery): Promise<Blob>;
  customerTags(): Promise<CustomerTags>;
  customerViews(): Promise<CustomerView[]>;
  addView(view: SaveView): Promise<CustomerView>;
  replaceView(viewId: ViewId, view: SaveView): Promise<CustomerView>;
  removeView(viewId: ViewId): Promise<void>;
  /** `before` is the `next` of the page above it. */
  timeline(customerId: CustomerId, before: Timeline['next']): Promise<Timeline>;
  addReminder(customerId: CustomerId, reminder: AddReminder): Promise<OpenReminder>;
  moveReminder(reminderId: ReminderId, move: MoveReminder): Promise<OpenReminder>;
  completeReminder(reminderId: ReminderId): Promise<OpenReminder>;
  resumeReminder(reminderId: ReminderId): Promise<OpenReminder>;
  /** Of a customer who must not be called. */
  block(customerId: CustomerId): Promise<Block>;
  liftBlock(customerId: CustomerId, request: LiftBlock): Promise<Customer>;
}

export function createCustomerApi(transport: Transport): CustomerApi {
  const get = <Answer>(path: string, schema: z.ZodType<Answer>): Promise<Answer> =>
    ask(transport, { method: 'GET', path }, schema);
  const send = <Answer>(
    method: HttpMethod,
    path: string,
    body: unknown,
    schema: z.ZodType<Answer>,
  ): Promise<Answer> => ask(transport, { method, path, body }, schema);
  const one = (customerId: CustomerId): string => `/api/customers/${customerId}`;

  return {
    customers: ({ filter, after }) =>
      get(`/api/customers${addressQuery({ ...filter, after, limit: 100 })}`, customerPageSchema),
    customer: (customerId) => get(one(customerId), customerSchema),
    addCustomer: (added) => send('POST', '/api/customers', added, customerSchema),
    changeCustomer: (customerId, change) => send('PUT', one(customerId), change, customerSchema),
    changeCustomers: (change) => send('POST', '/api/customers/changes', change, customersChangedSchema),
    exportCustomers: (wanted) => fetchFile(transport, `/api/customers/export${addressQuery(wanted)}`),
    customerTags: async () => (await get('/api/customers/tags', customerTagsSchema)).tags,
    customerViews: async () => (await get('/api/customers/views', customerViewsSchema)).views,
    addView: (view) => send('POST', '/api/customers/views', view, customerViewSchema),
    replaceView: (viewId, view) => send('PUT', `/api/customers/views/${viewId}`, view, customerViewSchema),
    removeView: (viewId) => tell(transport, { method: 'DELETE', path: `/api/customers/views/${viewId}` }),
    timeline: (customerId, before) =>
      get(`${one(customerId)}/timeline${addressQuery({ before })}`, timelineSchema),
    addReminder: (customerId, reminder) =>
      send('POST', `${one(customerId)}/reminders`, reminder, openReminderSchema),
    moveReminder: (reminderId, move) => send('PUT', `/api/reminders/${reminderId}`, move, openReminderSchema),
    completeReminder: (reminderId) =>
      send('POST', `/api/reminders/${reminderId}/done`, {}, openReminderSchema),
    resumeReminder: (reminderId) =>
      ask(transport, { method: 'DELETE', path: `/api/reminders/${reminderId}/done` }, openReminderSchema),
    block: (customerId) => get(`${one(customerId)}/block`, blockSchema),
    liftBlock: (customerId, request) =>
      send('POST', `${one(customerId)}/block/lift`, request, customerSchema),
  };
}
