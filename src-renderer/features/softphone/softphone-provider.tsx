import { type JSX, type ReactNode, useEffect, useState } from 'react';
import type { ClientId } from '../../../backend/contract/ids.ts';
import type { Session } from '../../../backend/contract/session.ts';
import { voiceDeviceLoader } from '../../platform/load-voice-device.ts';
import { requestMicrophone, watchMicrophones } from '../../platform/microphone.ts';
import { createMicrophoneMemory } from '../../platform/microphone-memory.ts';
import { usePlatform } from '../../platform/platform-context.ts';
import { chosenSpeaker } from '../../platform/preferences.ts';
import { createSoftphoneStore } from './softphone-store.ts';
import { SoftphoneContext } from './use-softphone.ts';

export interface SoftphoneProviderProps {
  readonly telephony: Session['telephony'];
  /** Where the backend is: the page's own origin in a browser, the chosen server in the desktop app. */
  readonly backendUrl: string;
  readonly clientId: ClientId;
  readonly fetchToken: () => Promise<string>;
  /** For the server: whether this window can be rung. */
  readonly onRegistrationChange: (registered: boolean) => void;
  readonly children: ReactNode;
}

/** Keeps the softphone registered while it is mounted, that is while somebody is signed in. The first props count. */
export function SoftphoneProvider({ children, ...props }: SoftphoneProviderProps): JSX.Element {
  const { log, preferences } = usePlatform();
  const [store] = useState(() =>
    createSoftphoneStore({
      clientId: props.clientId,
      fetchToken: props.fetchToken,
      openDevice: voiceDeviceLoader(props.telephony, props.backendUrl, chosenSpeaker(preferences)),
      onRegistrationChange: props.onRegistrationChange,
      onCaught: log.caught,
      microphones: { request: requestMicrophone, watch: watchMicrophones },
      memory: createMicrophoneMemory(localStorage),
      now: () => new Date(),
    }),
  );
  useEffect(() => {
    store.switchOn();
    return () => store.switchOff();
  }, [store]);
  return <SoftphoneContext value={store}>{children}</SoftphoneContext>;
}
