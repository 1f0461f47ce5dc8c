import { Grid3x3, PhoneOff } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';
import { Composer } from './composer.tsx';
import { DictationButton } from './dictation-button.tsx';
import { HeldWords } from './held-words.tsx';
import { PhoneKeys } from './phone-keys.tsx';
import { QuickPhrases } from './quick-phrases.tsx';
import type { CustomerPhone } from './use-customer-phone.ts';
import type { LiveSound } from './use-live-sound.ts';

interface TalkingPhoneProps {
  readonly phone: CustomerPhone;
  readonly sound: LiveSound;
  /** Null where the browser has no voice. */
  readonly reading: { readonly on: boolean; readonly onChange: (on: boolean) => void } | null;
}

/** All the ways to speak, and the way out. */
export function TalkingPhone({ phone, sound, reading }: TalkingPhoneProps): ReactElement {
  const { t } = useTranslation('customerPhone');
  const [keys, setKeys] = useState(false);
  return (
    <section aria-label={t('talking')} className="flex flex-col gap-3">
      {phone.view.held !== null && <HeldWords words={phone.view.held} onSayNow={phone.sayNow} />}
      <QuickPhrases onSay={phone.say} />
      <Composer onSay={phone.say} />
      {keys && <PhoneKeys onPress={phone.press} />}
      <div className="flex flex-wrap items-center gap-2">
        <DictationButton onSay={phone.say} />
        <Button size="large" aria-expanded={keys} onClick={() => setKeys(!keys)}>
          <Grid3x3 aria-hidden className="size-4" />
          {t('keypad')}
        </Button>
        <div className="ml-auto">
          <Button tone="destructive" size="large" onClick={phone.hangUp}>
            <PhoneOff aria-hidden className="size-4" />
            {t('hangUp')}
          </Button>
        </div>
      </div>
      <p role="status" className="text-pretty text-sm text-text-quiet">
        {t(`sound.${sound}`)}
      </p>
      {reading === null ? (
        <p className="text-pretty text-sm text-text-quiet">{t('noVoice')}</p>
      ) : (
        <label className="flex items-center gap-2 text-sm">
          <input
            type="checkbox"
            checked={reading.on}
            onChange={(event) => reading.onChange(event.target.checked)}
          />
          {t('readAloud')}
        </label>
      )}
    </section>
  );
}
