import { useEffect, useEffectEvent } from 'react';
import { useStore } from 'zustand';
import { usePlatform } from './platform-context.ts';

/** By the name that `keyNameOf` gives the key. */
export type KeyBindings = Readonly<Record<string, () => void>>;

/** `urgent` bindings take a key before the others see it. */
export type KeyPriority = 'urgent' | 'normal';

/**
 * Keys that work anywhere on the page while the component is there, but never in a field, while an input method composes, or inside a
 * menu or dialog; single letters not when they are switched off.
 */
export function useKeys(bindings: KeyBindings, priority: KeyPriority = 'normal'): void {
  const { preferences } = usePlatform();
  const singleKeys = useStore(preferences, (chosen) => chosen.singleKeys);
  const onKeyDown = useEffectEvent((event: KeyboardEvent): void => {
    const key = keyNameOf(event);
    const act = key === null ? undefined : bindings[key];
    if (key === null || act === undefined) return;
    if ((isLetter(key) && !singleKeys) || !isMeantForThePage(event)) return;
    event.preventDefault();
    act();
  });

  useEffect(() => {
    const listener = (event: KeyboardEvent): void => onKeyDown(event);
    const capture = priority === 'urgent';
    document.addEventListener('keydown', listener, { capture });
    return () => document.removeEventListener('keydown', listener, { capture });
  }, [priority]);
}

/** The telephone's keys are none: an open keypad is there for nothing else. */
function isLetter(key: string): boolean {
  return key.length === 1 && !/[\d*#]/.test(key);
}

/** Apple's keyboards have Command where others have Ctrl. */
const apple = /Mac/.test(navigator.userAgent);

/** What the modifier of `mod+…` is called on this computer's keyboard. */
export const modifierName = apple ? '⌘' : 'Ctrl';

type PressedKey = Pick<KeyboardEvent, 'altKey' | 'ctrlKey' | 'key' | 'metaKey'>;

/** `KeyboardEvent.key`, letters in lower case, after `mod+` with Ctrl or, on a Mac, Command; null with any other modifier. */
export function keyNameOf({ key, altKey, ctrlKey, metaKey }: PressedKey, onApple = apple): string | null {
  const [mod, foreign] = onApple ? [metaKey, ctrlKey] : [ctrlKey, metaKey];
  if (altKey || foreign) return null;
  const name = key.length === 1 ? key.toLowerCase() : key;
  return mod ? `mod+${name}` : name;
}

/** Whether a key was pressed on the page as a whole, rather than on something that has a use of its own for it. */
export function isMeantForThePage(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.repeat || isComposing(event)) return false;
  if (document.querySelector('dialog[open]') !== null) return false;
  const target = event.target instanceof Element ? event.target : null;
  return target === null || !ownsKey(target, event.key);
}

/** 229 is what browsers report for keys that an input method takes, some after `isComposing` has become false. */
export function isComposing(event: KeyboardEvent): boolean {
  return event.isComposing || event.keyCode === 229;
}

const keyOwners =
  'input:not([type=checkbox]), textarea, select, [contenteditable=true], [role=menu], [data-owns-keys]';

function ownsKey(target: Element, key: string): boolean {
  if (target.closest(keyOwners) !== null) return true;
  // Enter and Space press the control that was reached with the keyboard; one that was only clicked leaves them to the page.
  const presses = key === 'Enter' || key === ' ';
  return presses && target.matches('button:focus-visible, a:focus-visible, [role]:focus-visible');
}
