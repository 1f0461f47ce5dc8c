import type { ReactElement } from 'react';
import type { AgentProfile } from '../../../backend/contract/agents.ts';
import { AuditScreen } from '../../features/audit/audit-screen.tsx';

export function AuditPage({ profile }: { readonly profile: AgentProfile }): ReactElement {
  return <AuditScreen timeZone={profile.settings.timeZone} />;
}
