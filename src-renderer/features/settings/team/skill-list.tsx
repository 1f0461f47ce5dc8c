import { Plus } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Skill } from '../../../../backend/contract/routing.ts';
import { Button } from '../../../ui/button.tsx';
import { useRowKeys } from '../../../ui/use-row-keys.ts';
import { SkillRow } from './skill-row.tsx';

interface SkillListProps {
  readonly skills: readonly Skill[];
  readonly invalid: boolean;
  readonly onChange: (skills: readonly Skill[]) => void;
}

/** What calls can want of whoever takes them, by the tags of their customers and by why a human is wanted. */
export function SkillList({ skills, invalid, onChange }: SkillListProps): ReactElement {
  const { t } = useTranslation('team');
  const rows = useRowKeys(skills.length);
  const remove = (index: number): void => {
    rows.remove(index);
    onChange(skills.filter((_, place) => place !== index));
  };
  const change = (place: number, changes: Partial<Skill>): void =>
    onChange(skills.map((skill, index) => (index === place ? { ...skill, ...changes } : skill)));
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="mb-1 font-medium text-sm">{t('routing.skills')}</legend>
      <p className="text-text-quiet text-xs">{t('skillsHint')}</p>
      {skills.map((skill, index) => (
        <SkillRow
          key={rows.keys[index]}
          skill={skill}
          number={index + 1}
          invalid={invalid}
          onChange={(changes) => change(index, changes)}
          onRemove={() => remove(index)}
        />
      ))}
      {invalid && (
        <p role="alert" className="text-state-failed text-xs">
          {t('skillProblem')}
        </p>
      )}
      <div>
        <Button size="small" onClick={() => onChange([...skills, { name: '', tags: [], reasons: [] }])}>
          <Plus aria-hidden className="size-3.5" />
          {t('addSkill')}
        </Button>
      </div>
    </fieldset>
  );
}
