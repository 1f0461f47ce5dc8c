import type { ReactElement } from 'react';
import { useLocation } from 'wouter';
import type { AgentProfile } from '../../../backend/contract/agents.ts';
import { StartCallShortcut } from '../../features/calls/start-call-shortcut.tsx';
import { RemindersScreen } from '../../features/reminders/reminders-screen.tsx';

export function RemindersPage({ profile }: { readonly profile: AgentProfile }): ReactElement {
  const [, navigate] = useLocation();
  return (
    <RemindersScreen
      role={profile.role}
      timeZone={profile.settings.timeZone}
      callAction={({ customerId: id, company, activeCallId, doNotCall }) => (
        <StartCallShortcut
          customer={{ id, company, activeCallId, doNotCall }}
          onStarted={(callId) => navigate(`/calls/${callId}`)}
        />
      )}
    />
  );
}
