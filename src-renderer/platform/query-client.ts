import { QueryCache, QueryClient } from '@tanstack/react-query';
import { ApiFailure } from './api-failure.ts';
import { queryKeys } from './query-keys.ts';

/** Events keep the cache right; answers are asked for again only after a break or when something says that they are old. */
export function createQueryClient(): QueryClient {
  const client = new QueryClient({
    queryCache: new QueryCache({ onError: (error) => noteSignedOut(client, error) }),
    defaultOptions: {
      queries: {
        staleTime: 5 * 60_000,
        refetchOnWindowFocus: false,
        // The server may well be on this computer, reachable while the browser thinks that it is offline.
        networkMode: 'always',
        retry: (failures, error) => failures < 2 && isPassing(error),
      },
      mutations: { networkMode: 'always', retry: false, onError: (error) => noteSignedOut(client, error) },
    },
  });
  return client;
}

function isPassing(error: Error): boolean {
  return error instanceof ApiFailure && error.code === 'unreachable';
}

function noteSignedOut(client: QueryClient, error: Error): void {
  if (error instanceof ApiFailure && error.code === 'not-signed-in') {
    client.setQueryData(queryKeys.session, null);
  }
}
