import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { FoundTurn } from '../../../backend/contract/calls.ts';
import { aroundFound } from './around-found.ts';

interface ExcerptProps {
  readonly turn: FoundTurn;
  /** How many more turns of the call there are in which it was said, as far as the server counts. */
  readonly others: number;
}

/** Who said what was searched for, and in what words; what was found stays in sight, also in a narrow list. */
export function Excerpt({ turn, others }: ExcerptProps): ReactElement {
  const { t } = useTranslation(['history', 'vocabulary']);
  const { before, found, after } = aroundFound(turn);
  return (
    <span className="flex items-baseline gap-2 px-3 text-text-quiet text-xs @md:px-4">
      <span className="shrink-0 font-medium">{t(`vocabulary:speaker.${turn.speaker}`)}</span>
      <span lang="ja" className="min-w-0 flex-1 truncate">
        {before}
        <mark className="rounded-[3px] bg-mark text-text outline outline-mark-edge">{found}</mark>
        {after}
      </span>
      {others > 0 && <span className="shrink-0">{t('moreFound', { number: others })}</span>}
    </span>
  );
}
