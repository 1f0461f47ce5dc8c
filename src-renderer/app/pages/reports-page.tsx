import type { ReactElement } from 'react';
import type { AgentProfile } from '../../../backend/contract/agents.ts';
import { ReportsScreen } from '../../features/reports/reports-screen.tsx';

interface ReportsPageProps {
  readonly profile: AgentProfile;
}

export function ReportsPage({ profile }: ReportsPageProps): ReactElement {
  return <ReportsScreen timeZone={profile.settings.timeZone} role={profile.role} />;
}
