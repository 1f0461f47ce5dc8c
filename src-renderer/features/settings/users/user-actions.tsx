import { Ellipsis } from 'lucide-react';
import { type ReactElement, type Ref, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { User } from '../../../../backend/contract/users.ts';
import { useConnectionLost } from '../../../platform/use-connection-lost.ts';
import { Button } from '../../../ui/button.tsx';
import { Menu, MenuItem, MenuLine } from '../../../ui/menu.tsx';

interface UserActionsProps {
  readonly user: User;
  readonly isMe: boolean;
  /** The button, which has the focus again when what it opened is closed. */
  readonly trigger: Ref<HTMLButtonElement>;
  readonly onEdit: () => void;
  readonly onPassword: () => void;
  readonly onFactor: () => void;
  readonly onDisable: (disabled: boolean) => void;
}

/** What can be done with an account. Nobody can disable their own. */
export function UserActions(props: UserActionsProps): ReactElement {
  const { user, isMe, trigger, onEdit, onPassword, onFactor, onDisable } = props;
  const { t } = useTranslation('users');
  const lost = useConnectionLost();
  const label = t('actions', { name: user.name });
  const opened = useRef(false);
  const open = (task: () => void) => (): void => {
    opened.current = true;
    task();
  };
  /** What was opened takes the focus itself. */
  const keepFocus = (event: Event): void => {
    if (opened.current) event.preventDefault();
    opened.current = false;
  };
  const isDisabled = user.state === 'disabled';
  return (
    <Menu
      label={label}
      onCloseAutoFocus={keepFocus}
      trigger={
        <Button ref={trigger} tone="quiet" size="icon" aria-label={label} disabled={lost}>
          <Ellipsis aria-hidden className="size-4" />
        </Button>
      }
    >
      <MenuItem onSelect={open(onEdit)}>{t('edit')}</MenuItem>
      <MenuItem disabled={isDisabled} onSelect={open(onPassword)}>
        {user.state === 'invited' ? t('newLink') : t('resetPassword')}
      </MenuItem>
      {user.hasSecondFactor && !isMe && <MenuItem onSelect={open(onFactor)}>{t('resetFactor')}</MenuItem>}
      <MenuLine />
      <MenuItem disabled={isMe} onSelect={() => onDisable(!isDisabled)}>
        {isDisabled ? t('enable') : t('disable')}
      </MenuItem>
    </Menu>
  );
}
