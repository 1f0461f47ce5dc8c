import { PhoneForwarded } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { AgentStatus } from '../../../backend/contract/agents.ts';
import type { BeginTransfer, TransferMode } from '../../../backend/contract/handoffs.ts';
import type { AgentId, CallId } from '../../../backend/contract/ids.ts';
import { colleaguesOf, isFree } from '../../platform/colleagues.ts';
import { useAgents } from '../../platform/queries.ts';
import { useConnectionLost } from '../../platform/use-connection-lost.ts';
import { Menu, MenuHeading, MenuItem, MenuLine } from '../../ui/menu.tsx';
import { PresenceMark } from '../../ui/presence-mark.tsx';
import { BarButton } from './bar-button.tsx';
import { useBeginTransfer } from './use-transfer.ts';

interface TransferMenuProps {
  readonly callId: CallId;
  readonly me: AgentId;
  /** Whether the customer can be handed over at once: not while a colleague talks with them, too. */
  readonly blind: boolean;
}

/** Hands the customer to a colleague. */
export function TransferMenu({ callId, me, blind }: TransferMenuProps): ReactElement {
  const { t } = useTranslation('softphone');
  const lost = useConnectionLost();
  const transfer = useBeginTransfer(callId);
  const agents = useAgents().data;
  return (
    <Menu
      label={t('transfer.action')}
      side="top"
      overBar
      trigger={
        <BarButton
          icon={PhoneForwarded}
          label={t('transfer.action')}
          disabled={lost || agents === undefined}
          busy={transfer.isPending}
        />
      }
    >
      <Choices
        colleagues={colleaguesOf(agents ?? [], me)}
        modes={blind ? ['warm', 'blind'] : ['warm']}
        onChoose={transfer.mutate}
      />
    </Menu>
  );
}

interface ChoicesProps {
  readonly colleagues: readonly AgentStatus[];
  readonly modes: readonly TransferMode[];
  readonly onChoose: (wanted: BeginTransfer) => void;
}

function Choices({ colleagues, modes, onChoose }: ChoicesProps): ReactElement {
  const { t } = useTranslation('softphone');
  if (!colleagues.some(isFree)) return <MenuHeading>{t('transfer.noColleague')}</MenuHeading>;
  return (
    <>
      {modes.map((mode, index) => (
        <div key={mode}>
          {index > 0 && <MenuLine />}
          <MenuHeading>{t(`transfer.${mode}`)}</MenuHeading>
          {colleagues.map((colleague) => (
            <Colleague
              key={colleague.agentId}
              colleague={colleague}
              onSelect={() => onChoose({ toAgentId: colleague.agentId, mode })}
            />
          ))}
        </div>
      ))}
    </>
  );
}

interface ColleagueProps {
  readonly colleague: AgentStatus;
  readonly onSelect: () => void;
}

function Colleague({ colleague, onSelect }: ColleagueProps): ReactElement {
  return (
    <MenuItem disabled={!isFree(colleague)} onSelect={onSelect}>
      <span className="mr-4 flex-1">{colleague.name}</span>
      <PresenceMark presence={colleague.presence} busyReason={null} />
    </MenuItem>
  );
}
