import { Play } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Turn } from '../../../backend/contract/calls.ts';
import { CopyButton } from '../../ui/copy-button.tsx';
import { FoundText } from '../../ui/found-text.tsx';
import type { TranscriptEntry } from './transcript-entries.ts';
import { type LineWords, plainLine } from './transcript-words.ts';

/** Below this the recogniser itself doubts what it heard. */
const confident = 0.6;

/** Calls are held in Japanese, whatever language the console has; a browser breaks lines between phrases only of one that it knows. */
const spoken = 'ja';

const bubbles = {
  customer: 'rounded-bl-[2px] bg-surface-hover',
  ai: 'rounded-br-[2px] border border-line-quiet bg-surface-raised',
  agent: 'rounded-br-[2px] bg-surface-selected',
};

const names = { customer: 'text-text-quiet', ai: 'text-state-ai', agent: 'text-state-human' };

/** Plays the recording from this time on. */
export type ListenFrom = (at: string) => void;

interface TranscriptLineProps {
  readonly entry: TranscriptEntry;
  readonly words: LineWords;
  /** What is searched for, or nothing. */
  readonly search: string;
  /** The search is at this line. */
  readonly current: boolean;
  readonly onListen: ListenFrom | undefined;
}

/** One line: what was said, on its side; what happened, between; what is being said, lighter. */
export function TranscriptLine({ entry, words, ...found }: TranscriptLineProps): ReactElement {
  switch (entry.type) {
    case 'turn':
      return <TurnLine turn={entry.turn} words={words} {...found} />;
    case 'note':
      return <NoteLine words={words} at={entry.at} {...found} />;
    case 'partial':
      return <PartialLine words={words} ours={entry.partial.speaker !== 'customer'} />;
  }
}

type LineProps = Omit<TranscriptLineProps, 'entry'>;

function TurnLine({
  turn,
  words,
  search,
  current,
  onListen,
}: LineProps & { readonly turn: Turn }): ReactElement {
  const { t } = useTranslation(['transcript', 'vocabulary']);
  const theirs = turn.speaker === 'customer';
  return (
    <div className={`group flex flex-col gap-0.5 ${theirs ? 'items-start' : 'items-end'}`}>
      <p className="flex items-baseline gap-2 text-text-quiet text-xs">
        <span className={`font-medium ${names[turn.speaker]}`}>{words.who}</span>
        <TurnTime at={turn.at} time={words.time} onListen={onListen} />
        {turn.intent !== null && <span>{t(`vocabulary:intent.${turn.intent}`)}</span>}
      </p>
      <div className={`flex max-w-[42rem] items-start gap-1 ${theirs ? '' : 'flex-row-reverse'}`}>
        <p
          lang={spoken}
          className={`min-w-0 whitespace-pre-wrap text-pretty rounded-md px-3 py-1.5 ${bubbles[turn.speaker]}`}
        >
          <Heard turn={turn}>
            <FoundText text={words.text} search={search} current={current} />
          </Heard>
        </p>
        <span className="shrink-0 opacity-0 focus-within:opacity-100 group-hover:opacity-100">
          <CopyButton label={t('copyLine')} text={() => plainLine(words)} skipped />
        </span>
      </div>
    </div>
  );
}

interface TurnTimeProps extends Pick<LineProps, 'onListen'> {
  readonly at: string;
  readonly time: string | null;
}

/** When it was said; where the call can be heard, from there on. */
function TurnTime({ at, time, onListen }: TurnTimeProps): ReactElement {
  const { t } = useTranslation('transcript');
  const shown = <time dateTime={at}>{time}</time>;
  if (onListen === undefined || time === null) return shown;
  return (
    <button
      type="button"
      aria-label={t('listenFrom', { time })}
      title={t('listenFrom', { time })}
      className="inline-flex items-center gap-0.5 self-center rounded-sm hover:text-text hover:underline"
      onClick={() => onListen(at)}
    >
      <Play aria-hidden className="size-3" />
      {shown}
    </button>
  );
}

interface HeardProps {
  readonly turn: Turn;
  readonly children: ReactElement;
}

/** Dotted where the recogniser doubts what it heard. */
function Heard({ turn: { confidence }, children }: HeardProps): ReactElement {
  const { t } = useTranslation('transcript');
  if (confidence === null || confidence >= confident) return children;
  const doubt = t('lowConfidence', { percent: Math.round(confidence * 100) });
  return (
    <span title={doubt}>
      <span className="underline decoration-2 decoration-dotted decoration-state-failed underline-offset-4">
        {children}
      </span>
      <span className="sr-only"> {doubt}</span>
    </span>
  );
}

/** A thin line between turns. */
function NoteLine({ words, at, search, current }: LineProps & { readonly at: string }): ReactElement {
  return (
    <div className="flex items-center gap-3 text-text-quiet text-xs">
      <span aria-hidden className="h-px min-w-4 flex-1 bg-line-quiet" />
      <span>
        <FoundText text={words.text} search={search} current={current} />{' '}
        <time dateTime={at}>{words.time}</time>
      </span>
      <span aria-hidden className="h-px min-w-4 flex-1 bg-line-quiet" />
    </div>
  );
}

interface PartialLineProps {
  readonly words: LineWords;
  readonly ours: boolean;
}

/** Not read out: the turn that it becomes is. */
function PartialLine({ words, ours }: PartialLineProps): ReactElement {
  const { t } = useTranslation('transcript');
  return (
    <div aria-hidden className={`flex flex-col gap-0.5 ${ours ? 'items-end' : 'items-start'}`}>
      <p className="text-text-quiet text-xs">
        {words.who} · {t('speaking')}
      </p>
      <p
        lang={spoken}
        className={`max-w-[42rem] text-pretty rounded-md border border-line-quiet border-dashed px-3 py-1.5 text-text-quiet ${ours ? 'ml-8' : 'mr-8'}`}
      >
        {words.text}
      </p>
    </div>
  );
}
