import { audienceOf, maySee, type Viewer } from '../auth/visibility.ts';
import type { ConversationSettings } from '../contract/agents.ts';
import type { CustomerId } from '../contract/ids.ts';
import type { CustomerStore } from '../customers/customer-store.ts';
import { Refusal } from '../kernel/errors.ts';
import type { Names } from './template-view.ts';

/** For whoever has not said yet who is calling. */
export const sampleConversation: ConversationSettings = {
  myCompanyName: '株式会社見本',
  myServiceName: '見本サービス',
  myRepresentativeName: '見本',
  calleeDepartment: '総務部',
  serviceDescription: '日々の業務を、ひとつの画面でまとめるサービス',
};

export const sampleCallee: Names['callee'] = { department: null, person: null };

/** Whose department and name a preview has: a sample's without a customer. Refuses with `not-found` where the viewer may know of none. */
export function previewedCallee(
  customers: Pick<CustomerStore, 'find'>,
  customerId: CustomerId | undefined,
  viewer: Viewer,
): Names['callee'] {
  if (customerId === undefined) return sampleCallee;
  const customer = customers.find(customerId);
  if (customer === null || !maySee(viewer, audienceOf(customer.ownerId))) {
    throw new Refusal('not-found', 'There is no such customer.');
  }
  return { department: customer.department, person: customer.person };
}
