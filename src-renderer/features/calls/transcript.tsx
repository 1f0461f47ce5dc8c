import { MessagesSquare } from 'lucide-react';
import { type ReactElement, type ReactNode, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { CallRecord } from '../../../backend/contract/calls.ts';
import type { PartialTranscript } from '../../../backend/contract/events.ts';
import { isOver } from '../../platform/call-state.ts';
import { usePlatform } from '../../platform/platform-context.ts';
import { formatDay } from '../../platform/times.ts';
import { useLanguage } from '../../platform/use-language.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { TranscriptBar } from './transcript-bar.tsx';
import { datedEntries, spokenEntries } from './transcript-entries.ts';
import type { ListenFrom } from './transcript-line.tsx';
import { TranscriptRows } from './transcript-rows.tsx';
import { plainLine, useLineWords } from './transcript-words.ts';
import { UnwrittenVoices } from './unwritten-voices.tsx';
import { useTranscriptSearch } from './use-transcript-search.ts';

const none: readonly PartialTranscript[] = [];

interface TranscriptProps {
  readonly record: CallRecord;
  /** Below the bar, so that its buttons stay where they are; the end of the conversation does, too. */
  readonly banner?: ReactNode;
  /** Where the call can be heard: plays it from then. */
  readonly onListen?: ListenFrom | undefined;
  /** What is searched for in it from the beginning. */
  readonly searched?: string | undefined;
}

/** What was said and done on a call; while it runs, follows the end unless the reader has scrolled up. */
export function Transcript({ record, banner = null, onListen, searched }: TranscriptProps): ReactElement {
  const { partials } = usePlatform();
  const live = !isOver(record.call.status);
  const speaking = useStore(partials, (byCall) => (live ? (byCall[record.call.id] ?? none) : none));
  const dated = useMemo(() => datedEntries(record), [record]);
  const entries = useMemo(() => [...dated, ...spokenEntries(speaking)], [dated, speaking]);
  const search = useTranscriptSearch(dated, { newestFirst: live, text: searched ?? null });
  const wholeText = useWholeText(record);
  const panel = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLInputElement>(null);

  const closeSearch = (): void => {
    search.close();
    panel.current?.querySelector<HTMLElement>('[role=log]')?.focus();
  };
  return (
    <div ref={panel} className="flex min-h-0 flex-1 flex-col">
      <TranscriptBar
        search={search}
        field={field}
        wholeText={wholeText}
        disabled={dated.length === 0}
        onClose={closeSearch}
      />
      {banner}
      <TranscriptRows entries={entries} live={live} search={search} onListen={onListen}>
        {entries.length === 0 && <NothingSaid status={record.call.status} />}
      </TranscriptRows>
      <UnwrittenVoices record={record} />
      <NewestTurn record={record} />
    </div>
  );
}

function NothingSaid({ status }: Pick<CallRecord['call'], 'status'>): ReactElement {
  const { t } = useTranslation('transcript');
  const dialling = status === 'initiated' || status === 'ringing';
  return <EmptyState icon={MessagesSquare} title={dialling ? t('emptyDialling') : t('empty')} />;
}

/** Read out as it is said; what was said before the call was opened is there to be read. */
function NewestTurn({ record: { turns } }: { readonly record: CallRecord }): ReactElement {
  const { t } = useTranslation('vocabulary');
  const newest = turns.at(-1);
  const [known] = useState(newest?.number ?? 0);
  return (
    <p aria-live="polite" className="sr-only">
      {newest !== undefined && newest.number > known && `${t(`speaker.${newest.speaker}`)}: ${newest.text}`}
    </p>
  );
}

/** With whom and when, then every line. */
function useWholeText({ call, ...rest }: CallRecord): () => string {
  const words = useLineWords();
  const { clock } = usePlatform();
  const language = useLanguage();
  return () => {
    const { company, department, person } = call.customer;
    const who = [company, department, person].filter((part) => part !== null).join(' ');
    const lines = datedEntries({ call, ...rest }).map((entry) => plainLine(words(entry)));
    return [who, formatDay(call.startedAt, clock.now(), language), '', ...lines].join('\n');
  };
}
