import { type ReactElement, useCallback, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { SoundLevels } from '../../platform/voice-device-port.ts';
import { useSoundLevels } from './use-softphone.ts';

/** How loud the microphone hears, drawn many times a second without React. */
export function LevelMeter(): ReactElement {
  const { t } = useTranslation('softphone');
  const meter = useRef<HTMLMeterElement>(null);
  const draw = useCallback(({ microphone }: SoundLevels): void => {
    if (meter.current !== null) meter.current.value = microphone;
  }, []);
  useSoundLevels(draw);

  return (
    <meter
      ref={meter}
      min={0}
      max={1}
      value={0}
      aria-label={t('level')}
      className="level-meter h-2 w-14 max-strip:hidden"
    />
  );
}
