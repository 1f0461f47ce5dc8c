import { Ear } from 'lucide-react';
import { memo, type ReactElement, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { CallSession } from '../../../backend/contract/calls.ts';
import { Elapsed } from '../../ui/elapsed.tsx';
import { InboundMark } from '../../ui/inbound-mark.tsx';
import { agentNameOf } from './wall-filter.ts';

/** Below some width the last words, and then the agent, have no room. */
export const wallColumns = {
  className: [
    'grid grid-cols-[6.5rem_minmax(0,1fr)_3.5rem] gap-2 px-4',
    '@lg:grid-cols-[6.5rem_minmax(7rem,1fr)_5rem_3.5rem] @lg:gap-3',
    '@xl:grid-cols-[6.5rem_minmax(8rem,1fr)_5.5rem_3.5rem_minmax(0,1.4fr)]',
  ].join(' '),
  cells: ['', '', 'hidden @lg:block', '', 'hidden @xl:block'],
} as const;

interface WallRowProps {
  readonly call: CallSession;
  readonly selected: boolean;
  /** The name of the admin who is on the call. */
  readonly supervisor: string | null;
  readonly mark: (call: CallSession) => ReactNode;
}

/** One line: where the call stands, the customer, who has it, its running time, what was said last. */
export const WallRow = memo(function WallRow({
  call,
  selected,
  supervisor,
  mark,
}: WallRowProps): ReactElement {
  const { t } = useTranslation(['wall', 'vocabulary']);
  const { company } = call.customer;
  return (
    <Link
      href={`/wall/${call.id}`}
      aria-current={selected ? 'true' : undefined}
      className={`inset-ring-focus h-full items-center border-line-quiet border-b text-sm hover:bg-surface-hover aria-[current]:bg-surface-selected ${wallColumns.className}`}
    >
      {mark(call)}
      <span className="flex min-w-0 items-center gap-1 font-medium" title={company}>
        <InboundMark call={call} />
        <span className="truncate">{company}</span>
        {supervisor !== null && <Supervised name={supervisor} />}
      </span>
      <span className="hidden truncate text-text-quiet @lg:block">{agentNameOf(call) ?? t('ai')}</span>
      <span className="whitespace-nowrap text-right text-text-quiet">
        <Elapsed since={call.answeredAt ?? call.startedAt} />
      </span>
      {call.lastTurn !== null && (
        <span className="hidden truncate text-text-quiet @xl:block" title={call.lastTurn.text}>
          <span className="sr-only">{t('lastWords')} </span>
          {t(`vocabulary:speaker.${call.lastTurn.speaker}`)} 「{call.lastTurn.text}」
        </span>
      )}
    </Link>
  );
});

function Supervised({ name }: { readonly name: string }): ReactElement {
  const { t } = useTranslation('wall');
  const words = t('supervised', { name });
  return (
    <span title={words} className="shrink-0 text-accent">
      <Ear aria-hidden className="size-3.5" />
      <span className="sr-only">{words}</span>
    </span>
  );
}
