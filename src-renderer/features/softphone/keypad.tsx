import { X } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type KeyBindings, useKeys } from '../../platform/keyboard.ts';
import { Button } from '../../ui/button.tsx';
import type { Digit } from './softphone-machine.ts';

const digits = [
  '1',
  '2',
  '3',
  '4',
  '5',
  '6',
  '7',
  '8',
  '9',
  '*',
  '0',
  '#',
] as const satisfies readonly Digit[];

interface KeypadProps {
  readonly onPress: (digit: Digit) => void;
  readonly onClose: () => void;
}

/** Telephone keys, by pointer or by the keyboard's own, and what was pressed so far. */
export function Keypad({ onPress, onClose }: KeypadProps): ReactElement {
  const { t } = useTranslation('softphone');
  const [pressed, setPressed] = useState('');
  const press = (digit: Digit): void => {
    setPressed((before) => before + digit);
    onPress(digit);
  };
  const typed: KeyBindings = Object.fromEntries(digits.map((digit) => [digit, () => press(digit)]));
  useKeys({ ...typed, Escape: onClose });

  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields
    <div
      role="group"
      aria-label={t('keypad')}
      className="absolute right-0 bottom-full mb-3 animate-appear rounded-md bg-surface-raised p-3 shadow-float max-strip:right-2"
    >
      <div className="mb-2 flex items-center gap-2">
        {/* Too long, it is cut at its beginning, where text from the right ends; the keys themselves stay in their order. */}
        <output aria-label={t('pressed')} className="w-26 flex-1 truncate text-left text-lg" dir="rtl">
          <bdi dir="ltr">{pressed}</bdi>
        </output>
        <Button
          tone="quiet"
          size="icon"
          aria-label={t('closeKeypad')}
          title={t('closeKeypad')}
          onClick={onClose}
        >
          <X aria-hidden className="size-4" />
        </Button>
      </div>
      <div className="grid grid-cols-3 gap-1.5">
        {digits.map((digit) => (
          <Button key={digit} size="large-icon" onClick={() => press(digit)}>
            <span className="text-lg">{digit}</span>
          </Button>
        ))}
      </div>
    </div>
  );
}
