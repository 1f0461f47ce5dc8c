import { PhoneCall, PhoneOff } from 'lucide-react';
import { type ReactElement, type RefObject, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/button.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { SettingRow } from '../setting-row.tsx';
import { hasFailed, isRunning, useTestCall } from './use-test-call.ts';

/** Returns the undo. */
export type WatchLevels = (
  listener: (levels: { readonly microphone: number; readonly speaker: number }) => void,
) => () => void;

interface TestCallProps {
  readonly watchLevels: WatchLevels;
}

/** A call to oneself over the telephone line: what is said comes back. */
export function TestCall({ watchLevels }: TestCallProps): ReactElement {
  const { t } = useTranslation('settings');
  const { progress, begin, cancel } = useTestCall();
  const spoken = useRef<HTMLMeterElement>(null);
  const heard = useRef<HTMLMeterElement>(null);
  const running = isRunning(progress);
  const failed = hasFailed(progress);
  useEffect(() => {
    if (!running) return undefined;
    return watchLevels(({ microphone, speaker }) => {
      if (spoken.current !== null) spoken.current.value = microphone;
      if (heard.current !== null) heard.current.value = speaker;
    });
  }, [watchLevels, running]);

  return (
    <>
      <SettingRow label={t('sound.test.label')} hint={t(`sound.test.${failed ? 'not-begun' : progress}`)}>
        <span className="flex items-center gap-3">
          {running && (
            <span className="flex flex-col gap-1">
              <Meter level={spoken} label={t('sound.check.level')} />
              <Meter level={heard} label={t('sound.test.heard')} />
            </span>
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
          {progress !== 'not-begun' && !failed && t(`sound.test.${progress}`)}
        </p>
      </SettingRow>
      {failed && <Notice tone="failed">{t(`sound.test.${progress}`)}</Notice>}
    </>
  );
}

interface MeterProps {
  readonly level: RefObject<HTMLMeterElement | null>;
  readonly label: string;
}

/** Drawn many times a second without React. */
function Meter({ level, label }: MeterProps): ReactElement {
  return (
    <meter
      ref={level}
      min={0}
      max={1}
      value={0}
      aria-label={label}
      title={label}
      className="level-meter h-2 w-24"
    />
  );
}
