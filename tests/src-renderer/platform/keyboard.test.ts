import { afterEach, describe, expect, it } from 'vitest';
import { isMeantForThePage, keyNameOf } from '../../../src-renderer/platform/keyboard.ts';

describe('keyNameOf', () => {
  const plain = { altKey: false, ctrlKey: false, metaKey: false };

  it.each([
    ['a letter, large or small', { ...plain, key: 'H' }, false, 'h'],
    ['a named key', { ...plain, key: 'End' }, false, 'End'],
    ['Ctrl', { ...plain, key: 'k', ctrlKey: true }, false, 'mod+k'],
    ['Command on a Mac', { ...plain, key: 'k', metaKey: true }, true, 'mod+k'],
    ['Ctrl on a Mac, which edits text there', { ...plain, key: 'k', ctrlKey: true }, true, null],
    ['the Windows key', { ...plain, key: 'k', metaKey: true }, false, null],
    ['Alt', { ...plain, key: 'h', altKey: true }, false, null],
  ])('names %s', (_what, key, onApple, name) => {
    expect(keyNameOf(key, onApple)).toBe(name);
  });
});

describe('isMeantForThePage', () => {
  afterEach(() => document.body.replaceChildren());

  it.each([
    ['plainly', {}, true],
    ['and is held down', { repeat: true }, false],
    ['while an input method composes', { isComposing: true }, false],
    ['and taken by an input method that has just finished', { keyCode: 229 }, false],
  ])('a key that is pressed %s: %s', (_how, init, meant) => {
    expect(isMeantForThePage(pressOn('div', 'h', init))).toBe(meant);
  });

  it.each(['input', 'textarea', 'select'])('leaves keys to the %s that has the focus', (field) => {
    expect(isMeantForThePage(pressOn(field, 'h'))).toBe(false);
  });

  it('leaves every key to an open dialog', () => {
    const dialog = document.createElement('dialog');
    document.body.append(dialog);
    dialog.showModal();

    expect(isMeantForThePage(pressOn('div', 'h'))).toBe(false);
  });

  it('leaves Enter to what asks a question of its own', () => {
    const question = document.createElement('div');
    question.dataset['ownsKeys'] = '';
    const yes = document.createElement('button');
    question.append(yes);
    document.body.append(question);

    expect(isMeantForThePage(pressed(yes, 'Enter'))).toBe(false);
  });
});

function pressOn(tag: string, key: string, init: KeyboardEventInit = {}): KeyboardEvent {
  const element = document.createElement(tag);
  document.body.append(element);
  return pressed(element, key, init);
}

function pressed(element: Element, key: string, init: KeyboardEventInit = {}): KeyboardEvent {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...init });
  element.dispatchEvent(event);
  return event;
}
