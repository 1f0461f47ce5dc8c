import {
  type MutationKey,
  type UseMutationOptions,
  type UseMutationResult,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query';

interface SingleMutationOptions<Data, Variables> extends UseMutationOptions<Data, Error, Variables> {
  /** What is done to what: the same in every place from which it can be asked for. */
  readonly mutationKey: MutationKey;
}

/**
 * As `useMutation`, but while one of its key is under way, `mutate` begins no other: a second click comes before the button has been
 * drawn as busy, and must not become a second request.
 */
export function useSingleMutation<Data, Variables>(
  options: SingleMutationOptions<Data, Variables>,
): UseMutationResult<Data, Error, Variables> {
  const { mutationKey } = options;
  const cache = useQueryClient();
  const mutation = useMutation(options);
  return {
    ...mutation,
    mutate: (...asked) => {
      if (cache.isMutating({ mutationKey, exact: true }) === 0) mutation.mutate(...asked);
    },
  };
}
