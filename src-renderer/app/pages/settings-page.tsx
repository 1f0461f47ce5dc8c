import type { ReactElement } from 'react';
import type { AgentProfile } from '../../../backend/contract/agents.ts';
import { SettingsPanel } from '../../features/settings/settings-panel.tsx';

interface SettingsPageProps {
  readonly profile: AgentProfile;
  readonly onShowKeys: () => void;
}

export function SettingsPage(props: SettingsPageProps): ReactElement {
  return (
    <div className="h-full overflow-y-auto">
      <SettingsPanel {...props} />
    </div>
  );
}
