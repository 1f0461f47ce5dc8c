import { Mic } from 'lucide-react';
import { type ReactElement, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { checkVoice, type VoiceCheckStep } from '../../../platform/voice-check.ts';
import { Button } from '../../../ui/button.tsx';
import { SettingRow } from '../setting-row.tsx';

interface VoiceCheckProps {
  readonly microphone: string | null;
  readonly speaker: string | null;
}

/** Listens for some seconds, showing how loud it hears, and gives back what it heard. */
export function VoiceCheck({ microphone, speaker }: VoiceCheckProps): ReactElement {
  const { t } = useTranslation('settings');
  const [step, setStep] = useState<VoiceCheckStep | 'not-begun'>('not-begun');
  const meter = useRef<HTMLMeterElement>(null);
  const stop = useRef<() => void>(() => undefined);
  useEffect(() => () => stop.current(), []);

  const begin = (): void => {
    stop.current = checkVoice({
      microphone,
      speaker,
      onStep: setStep,
      onLevel: (level) => {
        if (meter.current !== null) meter.current.value = level;
      },
    });
  };
  const running = step === 'listening' || step === 'playing';
  return (
    <SettingRow label={t('sound.check.label')} hint={t(`sound.check.${step}`)}>
      <span className="flex items-center gap-3">
        <meter
          ref={meter}
          min={0}
          max={1}
          value={0}
          aria-label={t('sound.check.level')}
          className="level-meter h-2 w-24"
        />
        <Button busy={running} onClick={begin}>
          {!running && <Mic aria-hidden className="size-4" />}
          {t('sound.check.begin')}
        </Button>
      </span>
      <p role="status" className="sr-only">
        {step !== 'not-begun' && t(`sound.check.${step}`)}
      </p>
    </SettingRow>
  );
}
