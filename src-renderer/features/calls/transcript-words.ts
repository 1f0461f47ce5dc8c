import { useTranslation } from 'react-i18next';
import { formatTime } from '../../platform/times.ts';
import { useLanguage } from '../../platform/use-language.ts';
import type { TranscriptEntry, TranscriptNote } from './transcript-entries.ts';

/** A line of a transcript as it is read: by whom, what, and when. Notes are nobody's, and what is still being said has no time yet. */
export interface LineWords {
  readonly who: string | null;
  readonly text: string;
  readonly time: string | null;
}

/** What each line says, in the reader's language and zone. */
export function useLineWords(): (entry: TranscriptEntry) => LineWords {
  const { t } = useTranslation('vocabulary');
  const noteWords = useNoteWords();
  const language = useLanguage();
  return (entry) => {
    switch (entry.type) {
      case 'turn': {
        const { speaker, text } = entry.turn;
        return { who: entry.agent ?? t(`speaker.${speaker}`), text, time: formatTime(entry.at, language) };
      }
      case 'note':
        return { who: null, text: noteWords(entry.note), time: formatTime(entry.at, language) };
      case 'partial':
        return { who: t(`speaker.${entry.partial.speaker}`), text: entry.partial.text, time: null };
    }
  };
}

/** For the clipboard: `14:03:20 先方: 少々お待ちください`. */
export function plainLine({ who, text, time }: LineWords): string {
  return [time, who === null ? `― ${text}` : `${who}: ${text}`].filter((part) => part !== null).join(' ');
}

function useNoteWords(): (note: TranscriptNote) => string {
  const { t } = useTranslation(['transcript', 'vocabulary']);
  return (note) => {
    switch (note.type) {
      case 'handoff-requested':
        if (note.by !== null) return t('transferred', { name: note.by });
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
      case 'held':
      case 'resumed':
      case 'ended':
        return t(note.type);
    }
  };
}
