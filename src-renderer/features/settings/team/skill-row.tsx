import { X } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { HandoffReason } from '../../../../backend/contract/handoffs.ts';
import type { Skill } from '../../../../backend/contract/routing.ts';
import { Button } from '../../../ui/button.tsx';
import { lineClass } from '../../../ui/field.tsx';
import { CheckList } from './check-list.tsx';

interface SkillRowProps {
  readonly skill: Skill;
  /** Its place, from 1. */
  readonly number: number;
  readonly invalid: boolean;
  readonly onChange: (changes: Partial<Skill>) => void;
  readonly onRemove: () => void;
}

/** A skill, and which calls want it. */
export function SkillRow({ skill, number, invalid, onChange, onRemove }: SkillRowProps): ReactElement {
  const { t } = useTranslation('team');
  return (
    <div className="flex flex-col gap-1">
      <div className="flex flex-wrap items-center gap-1.5">
        <input
          aria-label={t('skillName', { number })}
          placeholder={t('skillNamePlaceholder')}
          aria-invalid={(invalid && skill.name.trim() === '') || undefined}
          value={skill.name}
          maxLength={30}
          onChange={(event) => onChange({ name: event.target.value })}
          className={`w-44! ${lineClass}`}
        />
        <input
          aria-label={t('skillTags', { number })}
          placeholder={t('skillTagsPlaceholder')}
          value={skill.tags.join(', ')}
          onChange={(event) => onChange({ tags: tagsIn(event.target.value) })}
          className={`min-w-44 flex-1 ${lineClass}`}
        />
        <Button size="icon" tone="quiet" aria-label={t('removeSkill', { number })} onClick={onRemove}>
          <X aria-hidden className="size-4" />
        </Button>
      </div>
      <Reasons number={number} chosen={skill.reasons} onChange={(reasons) => onChange({ reasons })} />
    </div>
  );
}

interface ReasonsProps {
  readonly number: number;
  readonly chosen: readonly HandoffReason[];
  readonly onChange: (chosen: HandoffReason[]) => void;
}

/** For the others nobody is sought: an agent was named, or took the call. */
const soughtFor: readonly HandoffReason[] = [
  'interested',
  'agent-request',
  'person-on-line',
  'put-on-hold',
  'asked-for-consent',
  'foreign-language',
  'not-understood',
  'no-progress',
  'called-back',
  'called-us',
  'agent-line-dropped',
];

function Reasons({ number, chosen, onChange }: ReasonsProps): ReactElement {
  const { t } = useTranslation(['team', 'vocabulary']);
  return (
    <details className="text-sm">
      <summary aria-label={t('skillReasons', { number })} className="w-fit text-text-quiet text-xs">
        {t('skillReasonsChosen', { count: chosen.length })}
      </summary>
      <CheckList
        options={soughtFor.map((value) => ({ value, label: t(`vocabulary:handoffReason.${value}`) }))}
        chosen={chosen}
        onChange={onChange}
      />
    </details>
  );
}

/** The last one may still be being written: it keeps its place while it is empty. */
function tagsIn(written: string): string[] {
  return written.split(/[,、，]\s*/).map((tag) => tag.trimStart());
}
