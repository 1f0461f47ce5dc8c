import { z } from 'zod';
import { campaignSourceSchema } from '../../../../backend/contract/campaigns.ts';
import { customerFilterSchema } from '../../../../backend/contract/customers.ts';
import { customerIdSchema } from '../../../../backend/contract/ids.ts';

/** How the customers of a campaign are chosen, as it stands in the form; what belongs to another way stays for when one comes back to it. */
export const sourceDraftSchema = z.object({
  type: z.enum(['view', 'filter', 'import', 'customers']),
  /** Empty: none is chosen. */
  viewId: z.string(),
  filter: customerFilterSchema,
  /** Empty: none is chosen. */
  importId: z.string(),
  /** Chosen one by one in the list of customers. */
  customerIds: z.array(customerIdSchema),
});
export type SourceDraft = z.infer<typeof sourceDraftSchema>;

/** Takes what the contract takes. */
export const savableSourceSchema = z
  .custom<SourceDraft>((draft) => sourceDraftSchema.safeParse(draft).success)
  .transform(written)
  .pipe(campaignSourceSchema);

export const emptySource: SourceDraft = {
  type: 'view',
  viewId: '',
  filter: {},
  importId: '',
  customerIds: [],
};

function written({ type, viewId, filter, importId, customerIds }: SourceDraft): unknown {
  switch (type) {
    case 'view':
      return { type, viewId };
    case 'filter':
      return { type, filter };
    case 'import':
      return { type, importId };
    case 'customers':
      return { type, customerIds };
  }
}
