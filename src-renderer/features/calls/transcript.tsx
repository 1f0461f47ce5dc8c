import { ArrowDown, MessagesSquare } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { CallRecord } from '../../../backend/contract/calls.ts';
import type { PartialTranscript } from '../../../backend/contract/events.ts';
import { isOver } from '../../platform/call-state.ts';
import { useKeys } from '../../platform/keyboard.ts';
import { usePlatform } from '../../platform/platform-context.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { type TranscriptEntry, transcriptEntries } from './transcript-entries.ts';
import { NoteLine, PartialLine, TurnLine } from './transcript-line.tsx';
import { useFollowEnd } from './use-follow-end.ts';

const none: readonly PartialTranscript[] = [];

/** What was said and done on a call; while it runs, follows the end unless the reader has scrolled up. */
export function Transcript({ record }: { readonly record: CallRecord }): ReactElement {
  const { t } = useTranslation('transcript');
  const { partials } = usePlatform();
  const live = !isOver(record.call.status);
  const speaking = useStore(partials, (byCall) => (live ? (byCall[record.call.id] ?? none) : none));
  const { frame, content, following, toEnd } = useFollowEnd(live);
  useKeys({ End: toEnd });

  const dialling = record.call.status === 'initiated' || record.call.status === 'ringing';
  // Who of ours is on the line already is no conversation yet.
  const entries = dialling ? [] : transcriptEntries(record, speaking);
  return (
    <div className="relative min-h-0 flex-1">
      <div
        ref={frame}
        role="log"
        aria-label={t('label')}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable by keyboard
        tabIndex={0}
        className="inset-ring-focus h-full overflow-y-auto"
      >
        <ol ref={content} className="flex flex-col gap-3 p-4">
          {entries.map((entry) => (
            <Entry key={entry.key} entry={entry} />
          ))}
        </ol>
        {entries.length === 0 && (
          <EmptyState icon={MessagesSquare} title={dialling ? t('emptyDialling') : t('empty')} />
        )}
      </div>
      {!following && (
        <div className="absolute right-4 bottom-3 animate-appear rounded-sm shadow-float">
          <Button size="small" aria-keyshortcuts="End" onClick={toEnd}>
            <ArrowDown aria-hidden className="size-3.5" />
            {t('toEnd')}
          </Button>
        </div>
      )}
    </div>
  );
}

function Entry({ entry }: { readonly entry: TranscriptEntry }): ReactElement {
  switch (entry.type) {
    case 'turn':
      return <TurnLine turn={entry.turn} />;
    case 'note':
      return <NoteLine note={entry.note} at={entry.at} />;
    case 'partial':
      return <PartialLine partial={entry.partial} />;
  }
}
