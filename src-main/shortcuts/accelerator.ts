const modifiers: Readonly<Record<string, string>> = {
  command: 'Command',
  cmd: 'Command',
  control: 'Control',
  ctrl: 'Control',
  commandorcontrol: 'CommandOrControl',
  cmdorctrl: 'CommandOrControl',
  super: 'Super',
  meta: 'Super',
  alt: 'Alt',
  option: 'Alt',
  shift: 'Shift',
};
const modifierOrder = ['CommandOrControl', 'Command', 'Control', 'Super', 'Alt', 'Shift'];

const namedKeys = [
  'Space',
  'Tab',
  'Backspace',
  'Delete',
  'Insert',
  'Enter',
  'Up',
  'Down',
  'Left',
  'Right',
  'Home',
  'End',
  'PageUp',
  'PageDown',
  'Plus',
  ...Array.from({ length: 24 }, (_, index) => `F${index + 1}`),
];

/**
 * An accelerator in Electron's notation, its parts in one order; null for what is none, and for what would take a key away from typing:
 * one that has neither Ctrl, Alt nor Command.
 */
export function parseAccelerator(text: string): string | null {
  const parts = text.split('+').map((part) => part.trim());
  const key = keyNamed(parts.at(-1) ?? '');
  const held = parts.slice(0, -1).map((part) => modifiers[part.toLowerCase()]);
  if (key === null || held.includes(undefined)) return null;

  const ordered = modifierOrder.filter((modifier) => held.includes(modifier));
  const leavesTyping = ordered.some((modifier) => modifier !== 'Shift');
  return leavesTyping ? [...ordered, key].join('+') : null;
}

/** As it is written on the keyboard: `Ctrl+Alt+Y`, `⌥⌘Y`. Equal texts are equal keys. */
export function keysInWords(accelerator: string, platform: NodeJS.Platform): string {
  const parts = accelerator.split('+');
  const key = parts.at(-1) ?? '';
  const held = new Set(parts.slice(0, -1));
  return platform === 'darwin'
    ? `${macModifiers
        .filter(([, names]) => names.some((name) => held.has(name)))
        .map(([sign]) => sign)
        .join('')}${key}`
    : [
        ...pcModifiers.filter(([, names]) => names.some((name) => held.has(name))).map(([word]) => word),
        key === 'Plus' ? '+' : key,
      ].join('+');
}

const macModifiers = [
  ['⌃', ['Control']],
  ['⌥', ['Alt']],
  ['⇧', ['Shift']],
  ['⌘', ['Command', 'CommandOrControl', 'Super']],
] as const;

const pcModifiers = [
  ['Ctrl', ['Control', 'CommandOrControl']],
  ['Win', ['Super', 'Command']],
  ['Alt', ['Alt']],
  ['Shift', ['Shift']],
] as const;

function keyNamed(text: string): string | null {
  if (/^[a-z0-9]$/i.test(text)) return text.toUpperCase();
  if (/^[-=[\]\\;',./`]$/.test(text)) return text;
  return namedKeys.find((name) => name.toLowerCase() === text.toLowerCase()) ?? null;
}
