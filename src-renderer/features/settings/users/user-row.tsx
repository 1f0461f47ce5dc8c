import { CircleOff, KeyRound, type LucideIcon } from 'lucide-react';
import { type ReactElement, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AgentStatus } from '../../../../backend/contract/agents.ts';
import type { User, UserState } from '../../../../backend/contract/users.ts';
import { usePlatform } from '../../../platform/platform-context.ts';
import { formatDay } from '../../../platform/times.ts';
import { useLanguage } from '../../../platform/use-language.ts';
import { Button } from '../../../ui/button.tsx';
import { FailureNotice } from '../../../ui/failure-notice.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { PresenceMark } from '../../../ui/presence-mark.tsx';
import { type ChangingUser, useChangeUser } from './use-change-user.ts';
import { UserActions } from './user-actions.tsx';
import { UserForm } from './user-form.tsx';
import { UserPassword } from './user-password.tsx';
import { UserSecondFactor } from './user-second-factor.tsx';

interface UserRowProps {
  readonly user: User;
  readonly isMe: boolean;
  /** Null for who is no colleague to be seen, as while the account is disabled. */
  readonly status: AgentStatus | null;
}

type Task = 'none' | 'edit' | 'password' | 'factor';

/** An account; what is being done with it opens below. */
export function UserRow({ user, isMe, status }: UserRowProps): ReactElement {
  const { t } = useTranslation(['users', 'vocabulary']);
  const [task, setTask] = useState<Task>('none');
  const changing = useChangeUser(user);
  const actions = useRef<HTMLButtonElement>(null);
  const close = (): void => {
    setTask('none');
    actions.current?.focus();
  };
  return (
    <li className="flex flex-col gap-2 border-line-quiet border-b py-2.5 last:border-b-0">
      <div className="flex items-start gap-3">
        <div className="min-w-0 flex-1">
          <p className="flex flex-wrap items-baseline gap-x-2 font-medium text-sm">
            <span className="min-w-0 break-words">{user.name}</span>
            <span className="font-normal text-text-quiet text-xs">
              {t(`vocabulary:role.${user.role}`)}
              {isMe && ` · ${t('you')}`}
            </span>
          </p>
          <p className="truncate text-sm text-text-quiet">{user.email}</p>
          <LastSeen user={user} />
        </div>
        <Standing state={user.state} status={status} />
        <UserActions
          user={user}
          isMe={isMe}
          trigger={actions}
          onEdit={() => setTask('edit')}
          onPassword={() => setTask('password')}
          onFactor={() => setTask('factor')}
          onDisable={(disabled) => changing.change({ disabled })}
        />
      </div>
      {task === 'edit' && <UserForm user={user} isMe={isMe} changing={changing} onClose={close} />}
      {task === 'password' && <UserPassword user={user} isMe={isMe} onClose={close} />}
      {task === 'factor' && <UserSecondFactor user={user} onClose={close} />}
      <Outcome changing={changing} />
    </li>
  );
}

function LastSeen({ user }: { readonly user: User }): ReactElement {
  const { state, lastSignInAt, linkExpiresAt, hasSecondFactor } = user;
  const { t } = useTranslation('users');
  const { clock } = usePlatform();
  const language = useLanguage();
  const day = (instant: string): string => formatDay(instant, clock.now(), language);
  const seen = lastSignInAt === null ? t('neverSignedIn') : t('lastSignIn', { at: day(lastSignInAt) });
  const link = linkExpiresAt === null ? t('linkOver') : t('linkOpen', { at: day(linkExpiresAt) });
  return (
    <p className="flex flex-wrap gap-x-3 text-text-quiet text-xs tabular-nums">
      <span>{seen}</span>
      {state === 'invited' && <span>{link}</span>}
      {hasSecondFactor && <span>{t('hasFactor')}</span>}
    </p>
  );
}

interface StandingProps {
  readonly state: UserState;
  readonly status: AgentStatus | null;
}

/** Whether somebody can be reached; of who cannot even sign in, why. */
function Standing({ state, status }: StandingProps): ReactElement | null {
  if (state !== 'active') return <StateMark state={state} />;
  if (status === null) return null;
  return (
    <span className="text-sm">
      <PresenceMark presence={status.presence} busyReason={status.busyReason} />
    </span>
  );
}

type Obstacle = Exclude<UserState, 'active'>;

const looks: Record<Obstacle, { icon: LucideIcon; className: string }> = {
  invited: { icon: KeyRound, className: 'text-accent' },
  disabled: { icon: CircleOff, className: 'text-state-done' },
};

function StateMark({ state }: { readonly state: Obstacle }): ReactElement {
  const { t } = useTranslation('users');
  const { icon: Icon, className } = looks[state];
  return (
    <span className="inline-flex items-center gap-1.5 whitespace-nowrap text-sm">
      <Icon aria-hidden className={`size-4 shrink-0 ${className}`} />
      {t(`state.${state}`)}
    </span>
  );
}

/** What became of the last change, and the way back. */
function Outcome({
  changing: { error, changed, undo, isPending },
}: {
  readonly changing: ChangingUser;
}): ReactElement | null {
  const { t } = useTranslation('users');
  if (error !== null) return <FailureNotice error={error} />;
  if (changed === null) return null;
  const { disabled } = changed.after;
  const switched = disabled === true ? t('disabled') : t('enabled');
  return (
    <Notice
      tone="done"
      action={
        <Button size="small" busy={isPending} onClick={undo}>
          {t('undo')}
        </Button>
      }
    >
      {disabled === undefined ? t('saved') : switched}
    </Notice>
  );
}
