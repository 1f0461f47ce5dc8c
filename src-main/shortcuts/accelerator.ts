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

/**
 * Whether every program understands these keys already: claimed for ours, they would be gone from all of them. On macOS such keys are held
 * with Command, elsewhere with Ctrl.
 */
export function isEverybodys(accelerator: string, platform: NodeJS.Platform): boolean {
  return everybodys[platform === 'darwin' ? 'mac' : 'pc'].has(keysInWords(accelerator, platform));
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

const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];

/** What is edited, saved, closed and switched with, and the letters that stand for it in one program or another, as `keysInWords` writes them. */
const everybodys = {
  mac: new Set([
    ...letters.map((letter) => `⌘${letter}`),
    ...['Z', 'T', 'N', 'V', 'Q', '3', '4', '5', 'Tab'].map((key) => `⇧⌘${key}`),
    ...['⌘Tab', '⌘Space', '⌃Space', '⌥⌘H', '⌃⌘Q'],
  ]),
  pc: new Set([
    ...letters.map((letter) => `Ctrl+${letter}`),
    ...['Z', 'T', 'N', 'V', 'Tab'].map((key) => `Ctrl+Shift+${key}`),
    ...['Tab', 'F4', 'Space', 'Left', 'Right'].flatMap((key) => [`Alt+${key}`, `Ctrl+${key}`]),
    ...['Insert', 'Backspace', 'Delete', 'Home', 'End', 'Alt+Delete'].map((key) => `Ctrl+${key}`),
    ...['Alt+Shift+Tab', 'Win+D', 'Win+E', 'Win+L', 'Win+R', 'Win+Tab', 'Win+Space'],
  ]),
} as const;

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
