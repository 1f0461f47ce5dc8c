import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Turn } from '../../../backend/contract/calls.ts';
import type { PartialTranscript } from '../../../backend/contract/events.ts';
import { formatTime } from '../../platform/times.ts';
import { useLanguage } from '../../platform/use-language.ts';
import type { TranscriptNote } from './transcript-entries.ts';

/** Below this the recogniser itself doubts what it heard. */
const confident = 0.6;

const bubbles = {
  customer: 'mr-8 self-start rounded-bl-[2px] bg-surface-hover',
  ai: 'ml-8 self-end rounded-br-[2px] border border-line-quiet bg-surface-raised',
  agent: 'ml-8 self-end rounded-br-[2px] bg-surface-selected',
};

const names = { customer: 'text-text-quiet', ai: 'text-state-ai', agent: 'text-state-human' };

export function TurnLine({ turn }: { readonly turn: Turn }): ReactElement {
  const { t } = useTranslation(['transcript', 'vocabulary']);
  const language = useLanguage();
  const doubtful = turn.confidence !== null && turn.confidence < confident;
  const doubt = doubtful
    ? t('lowConfidence', { percent: Math.round((turn.confidence ?? 0) * 100) })
    : undefined;

  return (
    <li
      className={`flex max-w-[42rem] flex-col gap-0.5 ${turn.speaker === 'customer' ? 'self-start' : 'self-end'}`}
    >
      <p
        className={`flex items-baseline gap-2 text-xs text-text-quiet ${turn.speaker === 'customer' ? '' : 'justify-end'}`}
      >
        <span className={`font-medium ${names[turn.speaker]}`}>
          {t(`vocabulary:speaker.${turn.speaker}`)}
        </span>
        <time dateTime={turn.at}>{formatTime(turn.at, language)}</time>
        {turn.intent !== null && <span>{t(`vocabulary:intent.${turn.intent}`)}</span>}
      </p>
      <p className={`whitespace-pre-wrap rounded-md px-3 py-1.5 ${bubbles[turn.speaker]}`} title={doubt}>
        <span
          className={
            doubtful
              ? 'underline decoration-dotted decoration-state-failed decoration-2 underline-offset-4'
              : ''
          }
        >
          {turn.text}
        </span>
        {doubt !== undefined && <span className="sr-only"> {doubt}</span>}
      </p>
    </li>
  );
}

/** Lighter than a turn, and not read out: the turn that it becomes is. */
export function PartialLine({ partial }: { readonly partial: PartialTranscript }): ReactElement {
  const { t } = useTranslation(['transcript', 'vocabulary']);
  const ours = partial.speaker !== 'customer';
  return (
    <li aria-hidden className={`flex max-w-[42rem] flex-col gap-0.5 ${ours ? 'self-end' : 'self-start'}`}>
      <p className={`text-text-quiet text-xs ${ours ? 'text-right' : ''}`}>
        {t(`vocabulary:speaker.${partial.speaker}`)} · {t('speaking')}
      </p>
      <p
        className={`rounded-md border border-line-quiet border-dashed px-3 py-1.5 text-text-quiet ${ours ? 'ml-8' : 'mr-8'}`}
      >
        {partial.text}
      </p>
    </li>
  );
}

interface NoteLineProps {
  readonly note: TranscriptNote;
  readonly at: string;
}

/** A thin line between turns. */
export function NoteLine({ note, at }: NoteLineProps): ReactElement {
  const words = useNoteWords();
  const language = useLanguage();
  return (
    <li className="flex items-center gap-3 self-stretch text-text-quiet text-xs">
      <span aria-hidden className="h-px flex-1 bg-line-quiet" />
      <span>
        {words(note)} <time dateTime={at}>{formatTime(at, language)}</time>
      </span>
      <span aria-hidden className="h-px flex-1 bg-line-quiet" />
    </li>
  );
}

function useNoteWords(): (note: TranscriptNote) => string {
  const { t } = useTranslation(['transcript', 'vocabulary']);
  return (note) => {
    switch (note.type) {
      case 'handoff-requested':
        return t('handoffRequested', { reason: t(`vocabulary:handoffReason.${note.reason}`) });
      case 'declined':
        return t('declined', { name: note.name, reason: t(`vocabulary:declineReason.${note.reason}`) });
      case 'offered':
      case 'accepted':
      case 'expired':
        return t(note.type, { name: note.name });
      case 'connected':
        return t('connected', { name: note.name ?? t('someone') });
      case 'agent-joined':
        return t('agentJoined', { name: note.name ?? t('someone') });
      case 'agent-left':
        return t('agentLeft', { name: note.name ?? t('someone') });
      case 'ai-left':
        return t('aiLeft');
      case 'answered':
      case 'failed':
      case 'withdrawn':
      case 'ended':
        return t(note.type);
    }
  };
}
