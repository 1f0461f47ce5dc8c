import { z } from 'zod';

export const shortcutCommandSchema = z.enum(['accept', 'decline', 'mute', 'show']);
export type ShortcutCommand = z.infer<typeof shortcutCommandSchema>;

/**
 * `asleep`: claimed only while there is something to accept, decline or mute. `taken`: another program holds the keys.
 * `off`: the agent wants none.
 */
export const shortcutSchema = z.object({
  command: shortcutCommandSchema,
  /** In Electron's notation, e.g. `CommandOrControl+Alt+Y`. */
  accelerator: z.string().nullable(),
  /** The same as it is written on this computer's keyboard, e.g. `Ctrl+Alt+Y`. */
  keys: z.string().nullable(),
  state: z.enum(['working', 'asleep', 'taken', 'off']),
});
export type Shortcut = z.infer<typeof shortcutSchema>;

export const shortcutOrderSchema = z.object({
  command: shortcutCommandSchema,
  /** Null switches the command's key off. */
  accelerator: z.string().max(100).nullable(),
});
export type ShortcutOrder = z.infer<typeof shortcutOrderSchema>;

/**
 * `not-usable`: no key that we know, or without Ctrl, Alt or Command, so that it could not be typed any more. `everybodys`: every
 * program understands these keys already, as it does Ctrl+C. `ours`: `command` has these keys. `taken`: another program has.
 */
export const shortcutChangeSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('changed'), shortcuts: z.array(shortcutSchema) }),
  z.object({ kind: z.literal('not-usable') }),
  z.object({ kind: z.literal('everybodys') }),
  z.object({ kind: z.literal('ours'), command: shortcutCommandSchema }),
  z.object({ kind: z.literal('taken') }),
]);
export type ShortcutChange = z.infer<typeof shortcutChangeSchema>;
