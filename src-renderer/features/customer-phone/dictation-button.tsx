import { Mic, MicOff } from 'lucide-react';
import { type ReactElement, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';
import { canDictate, startDictation } from './dictation.ts';

/** Speaks what the microphone hears, as text. */
export function DictationButton({ onSay }: { readonly onSay: (text: string) => void }): ReactElement {
  const { t } = useTranslation('customerPhone');
  const [state, setState] = useState<'off' | 'on' | 'failed'>('off');
  const stop = useRef<(() => void) | null>(null);
  useEffect(() => () => stop.current?.(), []);

  const toggle = (): void => {
    if (state === 'on') {
      stop.current?.();
      return;
    }
    setState('on');
    stop.current = startDictation({
      onText: onSay,
      onEnd: (how) => setState(how === 'failed' ? 'failed' : 'off'),
    });
  };
  if (!canDictate()) return <p className="text-pretty text-sm text-text-quiet">{t('microphone.missing')}</p>;
  return (
    <>
      <Button size="large" aria-pressed={state === 'on'} onClick={toggle}>
        {state === 'on' ? <MicOff aria-hidden className="size-4" /> : <Mic aria-hidden className="size-4" />}
        {state === 'on' ? t('microphone.stop') : t('microphone.start')}
      </Button>
      {state === 'failed' && (
        <p role="alert" className="text-pretty text-sm text-state-failed">
          {t('microphone.failed')}
        </p>
      )}
    </>
  );
}
