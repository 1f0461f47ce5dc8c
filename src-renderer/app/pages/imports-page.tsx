import type { ReactElement } from 'react';
import { importIdSchema } from '../../../backend/contract/ids.ts';
import { ImportDetail } from '../../features/customers/imports/import-detail.tsx';
import { ImportsOverview } from '../../features/customers/imports/imports-overview.tsx';

interface ImportsPageProps {
  readonly importId: string | undefined;
}

export function ImportsPage({ importId }: ImportsPageProps): ReactElement {
  const chosen = importIdSchema.safeParse(importId).data;
  return chosen === undefined ? <ImportsOverview /> : <ImportDetail key={chosen} importId={chosen} />;
}
