import { parseServerAddress } from './server-address.ts';

export interface LaunchArguments {
  /** `--server=http://…`: for this run only, before the stored setting. Null when absent or not usable. */
  readonly server: string | null;
  /** `--hidden`: start in the tray. */
  readonly hidden: boolean;
}

export function parseLaunchArguments(argv: readonly string[]): LaunchArguments {
  const server = argv.find((argument) => argument.startsWith(serverPrefix));
  return {
    server: server === undefined ? null : usableOrigin(server.slice(serverPrefix.length)),
    hidden: argv.includes('--hidden'),
  };
}

const serverPrefix = '--server=';

function usableOrigin(text: string): string | null {
  const parsed = parseServerAddress(text);
  return parsed.kind === 'address' ? parsed.origin : null;
}
