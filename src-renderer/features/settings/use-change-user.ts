import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ChangeUser, User } from '../../../backend/contract/users.ts';
import { usePlatform } from '../../platform/platform-context.ts';
import { queryKeys } from '../../platform/query-keys.ts';
import { useSingleMutation } from '../../platform/use-single-mutation.ts';

export interface ChangingUser {
  readonly change: (changes: Partial<ChangeUser>) => void;
  readonly error: Error | null;
  readonly isPending: boolean;
  /** What was changed last and how it was before; null when nothing was, or it was undone. */
  readonly changed: { readonly before: ChangeUser; readonly after: ChangeUser } | null;
  readonly undo: () => void;
}

/** Changes somebody's account, with a way back. */
export function useChangeUser(user: User): ChangingUser {
  const { api } = usePlatform();
  const cache = useQueryClient();
  const [changed, setChanged] = useState<ChangingUser['changed']>(null);
  const current: ChangeUser = { name: user.name, role: user.role, disabled: user.state === 'disabled' };
  const { mutate, error, isPending } = useSingleMutation({
    mutationKey: ['change-user', user.id],
    mutationFn: (after: ChangeUser) => api.changeUser(user.id, after),
    onSuccess: (answer) => showUser(cache, answer),
  });
  return {
    error,
    isPending,
    changed,
    change: (changes) => {
      const after = { ...current, ...changes };
      setChanged(null);
      mutate(after, { onSuccess: () => setChanged({ before: current, after }) });
    },
    undo: () => {
      if (changed !== null) mutate(changed.before, { onSuccess: () => setChanged(null) });
    },
  };
}

/** Puts an account, changed or new, into the list. */
export function showUser(cache: QueryClient, user: User): void {
  cache.setQueryData<User[]>(queryKeys.users, (users = []) =>
    users.some(({ id }) => id === user.id)
      ? users.map((other) => (other.id === user.id ? user : other))
      : [...users, user],
  );
}
