import { useState } from 'react';
import { z } from 'zod';
import { type CustomerFilter, customerFilterSchema } from '../../../backend/contract/customers.ts';
import { type ImportId, viewIdSchema } from '../../../backend/contract/ids.ts';
import { usePlatform } from '../../platform/platform-context.ts';

const keptListSchema = z.object({
  filter: customerFilterSchema,
  /** The saved view that was chosen, whether or not the filter has been changed since. */
  viewId: viewIdSchema.nullable(),
});
export type KeptList = z.infer<typeof keptListSchema>;

const draftKey = 'customers-list';
const everybody: KeptList = { filter: {}, viewId: null };

/** Which customers are listed; it is still so when somebody returns from another screen. */
export function useKeptList(): [KeptList, (list: KeptList) => void] {
  const { drafts } = usePlatform();
  const [list, setList] = useState(() => keptListSchema.safeParse(drafts.recall(draftKey)).data ?? everybody);
  const keep = (chosen: KeptList): void => {
    drafts.keep(draftKey, chosen);
    setList(chosen);
  };
  return [list, keep];
}

/** Whether anything but the search leaves customers out. */
export function isFiltered({ search: _, sort: __, ...fields }: CustomerFilter): boolean {
  return Object.values(fields).some((value) => value !== undefined);
}

/** Has the list show, next time, those whom an import made. */
export function useListImported(): (importId: ImportId) => void {
  const { drafts } = usePlatform();
  return (importId) => drafts.keep(draftKey, { filter: { importId }, viewId: null } satisfies KeptList);
}
