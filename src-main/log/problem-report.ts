/** What a fault can be looked into with, and nothing that a customer or an agent has said. */
export interface ReportFacts {
  readonly at: Date;
  /** Of the app, Electron, the system, by name. */
  readonly versions: Readonly<Record<string, string>>;
  readonly server: string;
  /** File names of crash dumps. The dumps themselves hold memory, with whatever was in it, and stay where they are. */
  readonly crashDumps: readonly string[];
  readonly log: string;
}

/** The text that an agent sends to whoever looks after the app. */
export function problemReport({ at, versions, server, crashDumps, log }: ReportFacts): string {
  return [
    `Toritsugi, ${at.toISOString()}`,
    ...Object.entries(versions).map(([name, version]) => `${name}: ${version}`),
    `server: ${server}`,
    `crash dumps: ${crashDumps.length === 0 ? 'none' : crashDumps.join(', ')}`,
    '',
    log,
  ].join('\n');
}

/** `toritsugi-20261122-1405.txt` */
export function reportFileName(at: Date): string {
  const digits = at.toISOString().replace(/\D/g, '');
  return `toritsugi-${digits.slice(0, 8)}-${digits.slice(8, 12)}.txt`;
}
