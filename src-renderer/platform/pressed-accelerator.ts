type Pressed = Pick<KeyboardEvent, 'altKey' | 'code' | 'ctrlKey' | 'metaKey' | 'shiftKey'>;

/**
 * Pressed keys in Electron's notation, e.g. `CommandOrControl+Alt+Y`; null while only modifiers are held. By the key's place, because
 * with Alt many keys give another letter.
 */
export function pressedAccelerator(
  { code, altKey, ctrlKey, metaKey, shiftKey }: Pressed,
  onApple: boolean,
): string | null {
  const key = keyAt(code);
  if (key === null) return null;
  const held = [
    (onApple ? metaKey : ctrlKey) && 'CommandOrControl',
    (onApple ? ctrlKey : metaKey) && (onApple ? 'Control' : 'Super'),
    altKey && 'Alt',
    shiftKey && 'Shift',
  ].filter((modifier) => modifier !== false);
  return [...held, key].join('+');
}

const named: Readonly<Record<string, string>> = {
  ArrowDown: 'Down',
  ArrowLeft: 'Left',
  ArrowRight: 'Right',
  ArrowUp: 'Up',
  Backspace: 'Backspace',
  Delete: 'Delete',
  End: 'End',
  Enter: 'Enter',
  Home: 'Home',
  Insert: 'Insert',
  PageDown: 'PageDown',
  PageUp: 'PageUp',
  Space: 'Space',
  Tab: 'Tab',
};

function keyAt(code: string): string | null {
  const written = /^(?:Key([A-Z])|Digit(\d)|(F\d{1,2}))$/.exec(code);
  return written?.[1] ?? written?.[2] ?? written?.[3] ?? named[code] ?? null;
}
