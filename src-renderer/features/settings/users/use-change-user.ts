import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ChangeUser, User } from '../../../../backend/contract/users.ts';
import { usePlatform } from '../../../platform/platform-context.ts';
import { queryKeys } from '../../../platform/query-keys.ts';
import { useSingleMutation } from '../../../platform/use-single-mutation.ts';

export interface ChangingUser {
  /** `onSaved` is called when it is done, not when it fails. */
  readonly change: (changes: ChangeUser, onSaved?: () => void) => void;
  readonly error: Error | null;
  readonly isPending: boolean;
  /** What was changed last, and how that was before; null when nothing was, or it was undone. */
  readonly changed: { readonly before: ChangeUser; readonly after: ChangeUser } | null;
  readonly undo: () => void;
}

/** Changes somebody's account, with a way back. */
export function useChangeUser(user: User): ChangingUser {
  const { api } = usePlatform();
  const cache = useQueryClient();
  const [changed, setChanged] = useState<ChangingUser['changed']>(null);
  const { mutate, error, isPending } = useSingleMutation({
    mutationKey: ['change-user', user.id],
    mutationFn: (after: ChangeUser) => api.changeUser(user.id, after),
    onSuccess: (answer) => showUser(cache, answer),
  });
  return {
    error,
    isPending,
    changed,
    change: (after, onSaved) => {
      const before = beforeOf(user, after);
      setChanged(null);
      mutate(after, {
        onSuccess: () => {
          setChanged({ before, after });
          onSaved?.();
        },
      });
    },
    undo: () => {
      if (changed !== null) mutate(changed.before, { onSuccess: () => setChanged(null) });
    },
  };
}

/** Only what is changed, because a colleague may be changing the rest. */
function beforeOf(user: User, after: ChangeUser): ChangeUser {
  return {
    ...(after.name === undefined ? {} : { name: user.name }),
    ...(after.role === undefined ? {} : { role: user.role }),
    ...(after.disabled === undefined ? {} : { disabled: user.state === 'disabled' }),
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
