import { Volume2 } from 'lucide-react';
import { type ReactElement, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { type AudioDevice, watchAudioDevices } from '../../../platform/audio-devices.ts';
import { usePlatform } from '../../../platform/platform-context.ts';
import { Button } from '../../../ui/button.tsx';
import { SettingRow } from '../setting-row.tsx';
import { SettingsSection } from '../settings-section.tsx';
import { DeviceChoice } from './device-choice.tsx';
import { SoundVolume } from './sound-volume.tsx';
import { TestCall, type WatchLevels } from './test-call.tsx';
import { VoiceCheck } from './voice-check.tsx';

/** The microphone as the softphone knows it. */
export interface MicrophoneChoice {
  readonly microphones: readonly AudioDevice[];
  readonly chosenMicrophone: string | null;
  readonly chooseMicrophone: (deviceId: string | null) => void;
  /** How loud the microphone is on a call; returns the undo. */
  readonly watchLevels: WatchLevels;
}

/** What the agent speaks into and hears with, where it rings, and how that sounds. */
export function SoundSettings({
  microphones,
  chosenMicrophone,
  chooseMicrophone,
  watchLevels,
}: MicrophoneChoice): ReactElement {
  const { t } = useTranslation('settings');
  const { preferences, sounds } = usePlatform();
  const { speaker, ringDevice, soundVolume } = useStore(preferences);
  const outputs = useOutputs();
  return (
    <>
      <SettingsSection title={t('sound.conversation')} lead={t('sound.lead')}>
        <SettingRow label={t('sound.microphone')}>
          <DeviceChoice
            label={t('sound.microphone')}
            devices={microphones}
            chosen={chosenMicrophone}
            onChoose={chooseMicrophone}
          />
        </SettingRow>
        <SettingRow label={t('sound.speaker')} hint={t('sound.speakerHint')}>
          <DeviceChoice
            label={t('sound.speaker')}
            devices={outputs}
            chosen={speaker}
            onChoose={(deviceId) => preferences.setState({ speaker: deviceId })}
          />
        </SettingRow>
        <VoiceCheck key={`${chosenMicrophone}${speaker}`} microphone={chosenMicrophone} speaker={speaker} />
        <TestCall watchLevels={watchLevels} />
      </SettingsSection>
      <SettingsSection title={t('sound.ringing')}>
        <SettingRow label={t('sound.ringDevice')} hint={t('sound.ringDeviceHint')}>
          <span className="flex items-center gap-2">
            <Button disabled={soundVolume === 'off'} onClick={() => sounds.play('ring')}>
              <Volume2 aria-hidden className="size-4" />
              {t('sound.tryRing')}
            </Button>
            <DeviceChoice
              label={t('sound.ringDevice')}
              devices={outputs}
              chosen={ringDevice}
              onChoose={(deviceId) => preferences.setState({ ringDevice: deviceId })}
            />
          </span>
        </SettingRow>
        <SoundVolume />
      </SettingsSection>
    </>
  );
}

function useOutputs(): readonly AudioDevice[] {
  const [outputs, setOutputs] = useState<readonly AudioDevice[]>([]);
  useEffect(() => watchAudioDevices('audiooutput', setOutputs), []);
  return outputs;
}
