import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallRecord } from '../../../backend/contract/calls.ts';
import type { AgentId } from '../../../backend/contract/ids.ts';
import { CallHeader } from './call-header.tsx';
import { Transcript } from './transcript.tsx';

interface CallPanelProps {
  readonly record: CallRecord;
  readonly me: AgentId;
  /** Where the call was chosen. */
  readonly back: string;
  /** Over the conversation, for what the agent must know now. */
  readonly banner: ReactNode;
  /** Below it: what can be done, or what came of it. */
  readonly children: ReactNode;
}

/** One call: with whom, what is being said, and what to do. */
export function CallPanel({ record, me, back, banner, children }: CallPanelProps): ReactElement {
  const { t } = useTranslation('calls');
  return (
    <section
      aria-label={`${t('panel')}: ${record.call.customer.company}`}
      className="flex h-full min-w-0 flex-col overflow-y-auto"
    >
      <CallHeader call={record.call} me={me} back={back} />
      <Transcript record={record} banner={banner} />
      {children}
    </section>
  );
}
