import { Grid3x3, Mic, MicOff } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useKeys } from '../../platform/keyboard.ts';
import { BarButton } from './bar-button.tsx';
import { BarSlot } from './bar-slot.tsx';
import { Keypad } from './keypad.tsx';
import { useSoftphone } from './use-softphone.ts';

interface TalkControlsProps {
  readonly muted: boolean;
  /** Whether the other side may want tones: not a colleague. */
  readonly tones: boolean;
}

/** Mute, and the telephone's keys. */
export function TalkControls({ muted, tones }: TalkControlsProps): ReactElement {
  const { t } = useTranslation('softphone');
  const softphone = useSoftphone();
  const toggleMute = (): void => softphone.mute(!muted);
  useKeys({ m: toggleMute });

  return (
    <>
      <BarSlot of="mute">
        <BarButton
          icon={muted ? MicOff : Mic}
          label={muted ? t('unmute') : t('mute')}
          shortcut="M"
          tone={muted ? 'primary' : 'plain'}
          aria-pressed={muted}
          onClick={toggleMute}
        />
      </BarSlot>
      {tones && <KeypadButton />}
    </>
  );
}

function KeypadButton(): ReactElement {
  const { t } = useTranslation('softphone');
  const { press } = useSoftphone();
  const [open, setOpen] = useState(false);
  const toggle = (): void => setOpen(!open);
  useKeys({ d: toggle });
  return (
    <BarSlot of="keypad">
      <BarButton icon={Grid3x3} label={t('keypad')} shortcut="D" aria-expanded={open} onClick={toggle} />
      {open && <Keypad onPress={press} onClose={() => setOpen(false)} />}
    </BarSlot>
  );
}
