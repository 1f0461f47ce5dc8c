import { useEffect, useState } from 'react';
import { phoneTokenSchema } from '../../../backend/contract/customer-phone.ts';
import { voiceDeviceLoader } from '../../platform/load-voice-device.ts';
import { createPageLog } from '../../platform/page-log.ts';
import type { OpenVoiceDevice, VoiceDevice, VoiceEvent } from '../../platform/voice-device-port.ts';

export type LiveSound = 'connecting' | 'live' | 'none';

/**
 * The page's microphone and loudspeaker on the call, through the same Voice SDK as the agents'. The server rings the page's device once
 * a person has answered, so it answers by itself. Without a microphone the phone works in words alone.
 */
export function useLiveSound(pageId: string): LiveSound {
  const [sound, setSound] = useState<LiveSound>('none');
  useEffect(() => {
    let device: VoiceDevice | null = null;
    let left = false;
    const open = async (): Promise<void> => {
      device = await phoneDeviceOpener()({
        fetchToken: () => fetchToken(pageId),
        isOurs: () => true,
        isTest: () => false,
        onEvent: (event) => {
          if (event.type === 'rung') event.leg.answer();
          setSound((before) => soundAfter(before, event));
        },
        onLevels: () => undefined,
        onCaught: createPageLog(null, Date.now).caught,
      });
      if (left) device.close();
    };
    open().catch(() => setSound('none'));
    return () => {
      left = true;
      device?.close();
    };
  }, [pageId]);
  return sound;
}

function phoneDeviceOpener(): OpenVoiceDevice {
  return voiceDeviceLoader({ carrier: 'simulated', gateway: `${location.host}/simulator` }, location.origin);
}

async function fetchToken(pageId: string): Promise<string> {
  const response = await fetch(`/simulator/phone/token?pageId=${pageId}`, { method: 'POST' });
  return phoneTokenSchema.parse(await response.json()).token;
}

function soundAfter(before: LiveSound, event: VoiceEvent): LiveSound {
  switch (event.type) {
    case 'rung':
      return 'connecting';
    case 'answered':
    case 'line-restored':
      return 'live';
    case 'ended':
    case 'failed':
      return 'none';
    case 'line-lost':
      return before === 'live' ? 'connecting' : before;
    case 'registered':
    case 'registration-lost':
    case 'quality-changed':
    case 'test-rung':
    case 'test-ended':
      return before;
  }
}
