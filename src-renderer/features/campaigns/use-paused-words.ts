import { useTranslation } from 'react-i18next';
import type { Campaign } from '../../../backend/contract/campaigns.ts';
import { usePlatform } from '../../platform/platform-context.ts';
import { formatDay } from '../../platform/times.ts';
import { useLanguage } from '../../platform/use-language.ts';

interface PausedWords {
  /** A few words, for a list. */
  readonly short: string;
  readonly why: string;
  /** Null where nothing is amiss. */
  readonly todo: string | null;
}

/** Why a campaign is paused, and what to do about it, which is for admins. */
export function usePausedWords(
  isAdmin: boolean,
): (campaign: Pick<Campaign, 'pausedFor' | 'speaksFor'>) => PausedWords | null {
  const { t } = useTranslation(['campaigns', 'vocabulary']);
  const { clock } = usePlatform();
  const language = useLanguage();
  return ({ pausedFor, speaksFor }) => {
    if (pausedFor === null) return null;
    const at = formatDay(pausedFor.at, clock.now(), language);
    switch (pausedFor.type) {
      case 'by-person': {
        const { name } = pausedFor.by;
        return {
          short: t('paused.byPersonShort', { name }),
          why: t('paused.byPerson', { name, at }),
          todo: null,
        };
      }
      case 'circuit-open': {
        const { calls, failed, mostOften } = pausedFor;
        const reason = t(`vocabulary:resultReason.${mostOften}`);
        return {
          short: t(isAdmin ? 'paused.circuitShort' : 'paused.circuitShortAgent'),
          why: t('paused.circuit', { at, calls, failed, reason }),
          todo: t(isAdmin ? 'paused.circuitTodo' : 'paused.circuitTodoAgent'),
        };
      }
      case 'speaker-not-ready':
        return {
          short: t('paused.speakerShort'),
          why: t('paused.speaker', { at, name: speaksFor.name }),
          todo: t(isAdmin ? 'paused.speakerTodo' : 'paused.speakerTodoAgent'),
        };
      case 'restored':
        return {
          short: t('paused.restoredShort'),
          why: t('paused.restored', { at }),
          todo: t(isAdmin ? 'paused.restoredTodo' : 'paused.restoredTodoAgent'),
        };
    }
  };
}
