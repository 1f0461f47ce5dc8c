import { atLoginArgument } from './launch-arguments.ts';

/** The file that makes a Linux desktop start the program at login. */
export function autostartEntry(program: string): string {
  return [
    '[Desktop Entry]',
    'Type=Application',
    'Name=Toritsugi',
    `Exec=${quoted(program)} ${atLoginArgument}`,
    'Terminal=false',
    '',
  ].join('\n');
}

/** Desktops switch an entry off by writing into it: https://specifications.freedesktop.org/autostart-spec/latest/ and GNOME's own key. */
export function isSwitchedOn(entry: string): boolean {
  return !/^\s*(?:Hidden\s*=\s*true|X-GNOME-Autostart-enabled\s*=\s*false)\s*$/im.test(entry);
}

/** Escaped once as an argument, once as a string: https://specifications.freedesktop.org/desktop-entry-spec/latest/exec-variables.html */
function quoted(argument: string): string {
  const escaped = argument.replace(/["`$\\]/g, '\\$&').replaceAll('\\', '\\\\');
  return `"${escaped.replaceAll('%', '%%')}"`;
}
