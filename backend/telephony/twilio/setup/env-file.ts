import { chmodSync, existsSync, readFileSync, realpathSync, renameSync, writeFileSync } from 'node:fs';

type Values = Readonly<Record<string, string>>;

/** Adds settings to the text of a `.env` file. A line that sets one of them to nothing takes its value; no other line is touched. */
export function withSettings(text: string, values: Values): string {
  const lineEnd = text.includes('\r\n') ? '\r\n' : '\n';
  const filled = new Set<string>();
  const lines = text.split(lineEnd).map((line) => {
    const name = /^\s*(?:export\s+)?(\w+)\s*=\s*$/.exec(line)?.[1];
    const value = name === undefined ? undefined : values[name];
    if (name === undefined || value === undefined) return line;
    filled.add(name);
    return `${name}=${value}`;
  });
  const added = Object.entries(values).filter(([name]) => !filled.has(name));
  const body = lines.join(lineEnd);
  const gap = added.length === 0 || body === '' || body.endsWith(lineEnd) ? '' : lineEnd;
  return `${body}${gap}${added.map(([name, value]) => `${name}=${value}${lineEnd}`).join('')}`;
}

/** Keeps settings in the file, which is the owner's alone from then on; written whole beside it first, so that nothing is ever lost. */
export function keepInFile(path: string, values: Values): void {
  const target = existsSync(path) ? realpathSync(path) : path;
  const before = existsSync(target) ? readFileSync(target, 'utf8') : '';
  const beside = `${target}.new`;
  writeFileSync(beside, withSettings(before, values), { mode: 0o600 });
  // One that is left from a broken run has kept its own mode.
  chmodSync(beside, 0o600);
  renameSync(beside, target);
}
