import { PhoneCall, PhoneOff } from 'lucide-react';
import { type ReactElement, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';
import { SettingRow } from './setting-row.tsx';
import { isRunning, useTestCall } from './use-test-call.ts';

/** Returns the undo. */
export type WatchLevels = (listener: (levels: { readonly microphone: number }) => void) => () => void;

interface TestCallProps {
  readonly watchLevels: WatchLevels;
}

/** A call to oneself over the telephone line: what is said comes back. */
export function TestCall({ watchLevels }: TestCallProps): ReactElement {
  const { t } = useTranslation('settings');
  const { progress, begin, cancel } = useTestCall();
  const meter = useRef<HTMLMeterElement>(null);
  const running = isRunning(progress);
  useEffect(() => {
    if (!running) return undefined;
    return watchLevels(({ microphone }) => {
      if (meter.current !== null) meter.current.value = microphone;
    });
  }, [watchLevels, running]);

  return (
    <SettingRow label={t('sound.test.label')} hint={t(`sound.test.${progress}`)}>
      <span className="flex items-center gap-3">
        {running && (
          <meter
            ref={meter}
            min={0}
            max={1}
            value={0}
            aria-label={t('sound.check.level')}
            className="level-meter h-2 w-24"
          />
        )}
        {running ? (
          <Button onClick={cancel}>
            <PhoneOff aria-hidden className="size-4" />
            {t('sound.test.cancel')}
          </Button>
        ) : (
          <Button onClick={begin}>
            <PhoneCall aria-hidden className="size-4" />
            {t('sound.test.begin')}
          </Button>
        )}
      </span>
      <p role="status" className="sr-only">
        {progress !== 'not-begun' && t(`sound.test.${progress}`)}
      </p>
    </SettingRow>
  );
}
