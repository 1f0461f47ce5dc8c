import type { ReactElement } from 'react';
import type { AgentProfile } from '../../../backend/contract/agents.ts';
import { SettingsPanel } from '../../features/settings/settings-panel.tsx';
import { useLevelWatch, useSoftphone } from '../../features/softphone/use-softphone.ts';

interface SettingsPageProps {
  readonly section: string | undefined;
  readonly member: string | undefined;
  readonly profile: AgentProfile;
  readonly onShowKeys: () => void;
}

export function SettingsPage(props: SettingsPageProps): ReactElement {
  return <SettingsPanel {...props} microphone={{ ...useSoftphone(), watchLevels: useLevelWatch() }} />;
}
