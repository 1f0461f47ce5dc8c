import { type ReactElement, useEffect, useEffectEvent, useState } from 'react';
import type { AgentStatus } from '../../backend/contract/agents.ts';
import { KeyHelp } from './key-help.tsx';
import { Palette } from './palette.tsx';
import { QuitQuestion } from './quit-question.tsx';
import { SignOutQuestion } from './sign-out-question.tsx';

/** What is open over the page. */
type OverlayName = 'nothing' | 'keys' | 'palette' | 'sign-out' | 'quit';

export interface Overlay {
  readonly open: OverlayName;
  readonly show: (name: Exclude<OverlayName, 'nothing'>) => void;
  readonly close: () => void;
}

interface OverlayOptions {
  /** Whether an offer is announced, which would be behind what is open, and out of reach. */
  readonly offered: boolean;
  /** Whether there is a call that the agent can be asked about. */
  readonly inCall: boolean;
}

/** One thing at a time. It closes when an offer arrives; a question about a call, when that is over. */
export function useOverlay({ offered, inCall }: OverlayOptions): Overlay {
  const [open, setOpen] = useState<OverlayName>('nothing');
  const onOffered = useEffectEvent(() => setOpen('nothing'));
  useEffect(() => {
    if (offered) onOffered();
  }, [offered]);
  const onCallEnded = useEffectEvent(() => {
    if (open === 'sign-out' || open === 'quit') setOpen('nothing');
  });
  useEffect(() => {
    if (!inCall) onCallEnded();
  }, [inCall]);
  return { open, show: setOpen, close: () => setOpen('nothing') };
}

interface OverlayPageProps {
  readonly overlay: Overlay;
  readonly me: AgentStatus;
  readonly inCall: boolean;
  /** Asks first, where there is a call, or something unsaved. */
  readonly onLeave: () => void;
  readonly onSignOut: () => void;
}

export function OverlayPage({
  overlay,
  me,
  inCall,
  onLeave,
  onSignOut,
}: OverlayPageProps): ReactElement | null {
  const { open, show, close } = overlay;
  switch (open) {
    case 'nothing':
      return null;
    case 'keys':
      return <KeyHelp role={me.role} onClose={close} />;
    case 'palette':
      return <Palette me={me} onShowKeys={() => show('keys')} onSignOut={onLeave} onClose={close} />;
    case 'quit':
      return <QuitQuestion onNo={close} />;
    case 'sign-out':
      return <SignOutQuestion inCall={inCall} onYes={onSignOut} onNo={close} />;
  }
}
