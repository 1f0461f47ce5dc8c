import type { ReactElement } from 'react';
import { folded } from '../../../backend/contract/folded.ts';

/** In their order. What has to be asked of the server comes last, so that nothing moves when it arrives. */
export const commandGroups = ['calls', 'places', 'presence', 'settings', 'account', 'customers'] as const;
export type CommandGroup = (typeof commandGroups)[number];

/** Something that the palette can do. */
export interface Command {
  readonly id: string;
  readonly group: CommandGroup;
  readonly icon: ReactElement;
  readonly label: string;
  /** What else it is found by, such as its words in the other language. */
  readonly keywords: string;
  /** Quiet, beside the label. */
  readonly hint?: string;
  /** The keys that do the same without the palette. */
  readonly keys?: readonly string[];
  /** It is so already. */
  readonly taken?: boolean;
  /** Why it cannot be done now. */
  readonly refused?: string | null;
  readonly run: () => void;
}

/** The commands in which every word of the search occurs; within a group, those come first whose label begins with it. */
export function matching(commands: readonly Command[], search: string): readonly Command[] {
  const wanted = folded(search).split(/\s+/).filter(Boolean);
  const found = commands.filter(({ label, keywords }) => {
    const text = folded(`${label} ${keywords}`);
    return wanted.every((word) => text.includes(word));
  });
  const begins = ({ label }: Command): number => (folded(label).startsWith(wanted[0] ?? '') ? 0 : 1);
  return commandGroups.flatMap((group) =>
    found.filter((command) => command.group === group).sort((a, b) => begins(a) - begins(b)),
  );
}
