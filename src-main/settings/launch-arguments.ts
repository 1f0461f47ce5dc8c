import { parseServerAddress } from './server-address.ts';

/** With this the system starts the app at login. */
export const atLoginArgument = '--at-login';

export interface LaunchArguments {
  /** `--server=http://…`: for this run only, before the stored setting. Null when absent or not usable. */
  readonly server: string | null;
  /** `--update-feed=https://…`: for this run only, before the packaged one. Null when absent or not usable. */
  readonly updateFeed: string | null;
  /** `--hidden`: start in the tray. */
  readonly hidden: boolean;
  readonly atLogin: boolean;
}

/** Reads nothing after a bare `--`: there the system puts links, and anybody can make a link. */
export function parseLaunchArguments(argv: readonly string[]): LaunchArguments {
  const end = argv.indexOf('--');
  const own = end === -1 ? argv : argv.slice(0, end);
  return {
    server: usableOrigin(valueAfter('--server=', own)),
    updateFeed: usableAddress(valueAfter('--update-feed=', own)),
    hidden: own.includes('--hidden'),
    atLogin: own.includes(atLoginArgument),
  };
}

function valueAfter(prefix: string, argv: readonly string[]): string | null {
  return argv.find((argument) => argument.startsWith(prefix))?.slice(prefix.length) ?? null;
}

function usableOrigin(text: string | null): string | null {
  const parsed = text === null ? null : parseServerAddress(text);
  return parsed?.kind === 'address' ? parsed.origin : null;
}

/** The same care as for the server, but with its path. */
function usableAddress(text: string | null): string | null {
  return usableOrigin(text) === null ? null : text;
}
