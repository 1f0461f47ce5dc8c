import type { ReactElement } from 'react';
import type { AgentProfile } from '../../../backend/contract/agents.ts';
import { agentIdSchema } from '../../../backend/contract/ids.ts';
import { FiguresScreen } from '../../features/figures/figures-screen.tsx';
import { PresenceLogScreen } from '../../features/figures/presence-log-screen.tsx';

interface FiguresPageProps {
  readonly profile: AgentProfile;
  /** Whose changes of presence are looked at, as the address says it; undefined for the figures. */
  readonly presenceOf: string | undefined;
}

export function FiguresPage({ profile, presenceOf }: FiguresPageProps): ReactElement {
  const { timeZone } = profile.settings;
  const agentId = agentIdSchema.safeParse(presenceOf).data;
  if (agentId === undefined) return <FiguresScreen timeZone={timeZone} />;
  const whose = agentId === profile.agentId ? null : agentId;
  return <PresenceLogScreen key={agentId} whose={whose} timeZone={timeZone} />;
}
