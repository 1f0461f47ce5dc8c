import type { AgentProfile } from '../../../backend/contract/agents.ts';
import { Shell } from '../../../src-renderer/app/shell.tsx';
import { SoftphoneContext } from '../../../src-renderer/features/softphone/use-softphone.ts';
import type { Desktop } from '../../../src-renderer/platform/desktop.ts';
import type { Preferences } from '../../../src-renderer/platform/preferences.ts';
import { type Answers, json } from './fake-server.ts';
import { playSoftphone } from './played-softphone.ts';
import { renderConsole } from './render-console.tsx';
import { callId, sampleCall, sampleProfile, sampleRecord, sampleSession } from './samples.ts';

const answers = {
  'GET /api/calls/active': () => json({ calls: [sampleCall(1)] }),
  [`GET /api/calls/${callId}`]: () => json(sampleRecord()),
  'GET /api/calls/history': () => json({ calls: [], next: null }),
  'GET /api/offers': () => json({ offers: [] }),
  'GET /api/agents': () => json({ agents: [] }),
};

interface ShellOptions {
  readonly at?: string;
  readonly more?: Answers;
  readonly desktop?: Desktop | null;
  readonly profile?: AgentProfile;
  readonly preferences?: Partial<Preferences>;
}

/** The whole console of an agent who is signed in, with a softphone that is played. */
export async function renderShell({
  at = '/calls',
  more = {},
  desktop = null,
  profile = sampleProfile(),
  preferences = {},
}: ShellOptions) {
  const softphone = await playSoftphone();
  const rendered = await renderConsole(
    <SoftphoneContext value={softphone.store}>
      <Shell session={sampleSession()} profile={profile} onReconnect={() => undefined} />
    </SoftphoneContext>,
    { answers: { ...answers, ...more }, at, desktop, preferences },
  );
  return { ...rendered, softphone };
}
