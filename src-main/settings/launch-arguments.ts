import { type ParsedServerAddress, parseServerAddress } from './server-address.ts';

/** With this the system starts the app at login. */
export const atLoginArgument = '--at-login';

export interface LaunchArguments {
  /** `--server=http://…`: for this run only, before the stored setting. Null when absent or refused. */
  readonly server: string | null;
  /** `--update-feed=https://…`: for this run only, before the packaged one. Null when absent or refused. */
  readonly updateFeed: string | null;
  /** `--hidden`: start in the tray. */
  readonly hidden: boolean;
  readonly atLogin: boolean;
  /** What was given and cannot be used. */
  readonly refused: readonly RefusedArgument[];
}

export interface RefusedArgument {
  readonly argument: '--server' | '--update-feed';
  /** In words, for who started the app. */
  readonly why: string;
}

/** Reads nothing after a bare `--`: there the system puts links, and anybody can make a link. */
export function parseLaunchArguments(argv: readonly string[]): LaunchArguments {
  const end = argv.indexOf('--');
  const own = end === -1 ? argv : argv.slice(0, end);
  const server = parseServerArgument(valueAfter('--server', own));
  const feed = parseFeedArgument(valueAfter('--update-feed', own));
  return {
    server: server.kind === 'address' ? server.address : null,
    updateFeed: feed.kind === 'address' ? feed.address : null,
    hidden: own.includes('--hidden'),
    atLogin: own.includes(atLoginArgument),
    refused: [
      ...(server.kind === 'refused' ? [{ argument: '--server', why: server.why } as const] : []),
      ...(feed.kind === 'refused' ? [{ argument: '--update-feed', why: feed.why } as const] : []),
    ],
  };
}

type AddressArgument =
  | { readonly kind: 'absent' }
  | { readonly kind: 'address'; readonly address: string }
  | { readonly kind: 'refused'; readonly why: string };

function valueAfter(argument: RefusedArgument['argument'], argv: readonly string[]): string | null {
  const prefix = `${argument}=`;
  return argv.find((given) => given.startsWith(prefix))?.slice(prefix.length) ?? null;
}

function parseServerArgument(text: string | null): AddressArgument {
  if (text === null) return { kind: 'absent' };
  const parsed = parseServerAddress(text);
  return parsed.kind === 'address'
    ? { kind: 'address', address: parsed.origin }
    : { kind: 'refused', why: problems[parsed.problem] };
}

/** The same care as for the server, but with its path, and nothing is added to what was written. */
function parseFeedArgument(text: string | null): AddressArgument {
  const server = parseServerArgument(text);
  if (text === null || server.kind !== 'address') return server;
  return URL.canParse(text) && new URL(text).origin === server.address
    ? { kind: 'address', address: text }
    : { kind: 'refused', why: problems['not-an-address'] };
}

const problems: Readonly<Record<Extract<ParsedServerAddress, { kind: 'refused' }>['problem'], string>> = {
  'not-an-address': 'it has to be a whole address, such as https://example.com',
  'not-encrypted': 'it has to begin with https://, unless it is on this computer',
};
