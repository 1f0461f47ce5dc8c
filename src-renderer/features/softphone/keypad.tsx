import type { ReactElement } from 'react';
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

/** Telephone keys, by pointer or by the keyboard's own. */
export function Keypad({ onPress, onClose }: KeypadProps): ReactElement {
  const { t } = useTranslation('softphone');
  const typed: KeyBindings = Object.fromEntries(digits.map((digit) => [digit, () => onPress(digit)]));
  useKeys({ ...typed, Escape: onClose });

  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields
    <div
      role="group"
      aria-label={t('keypad')}
      className="absolute right-4 bottom-full mb-2 grid animate-appear grid-cols-3 gap-1.5 rounded-md bg-surface-raised p-3 shadow-float"
    >
      {digits.map((digit) => (
        <Button key={digit} size="large-icon" onClick={() => onPress(digit)}>
          <span className="text-lg">{digit}</span>
        </Button>
      ))}
    </div>
  );
}
