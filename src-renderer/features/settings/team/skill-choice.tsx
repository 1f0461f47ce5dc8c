import { type ReactElement, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { CheckList } from './check-list.tsx';

interface SkillChoiceProps {
  /** The team's. */
  readonly skills: readonly string[];
  readonly chosen: readonly string[];
  /** The server refuses one of them. */
  readonly refused: boolean;
  readonly onChange: (chosen: readonly string[]) => void;
}

/** Which of the team's skills somebody has; one that the team has no more can only be taken away. */
export function SkillChoice({ skills, chosen, refused, onChange }: SkillChoiceProps): ReactElement {
  const { t } = useTranslation('team');
  const problemId = useId();
  const gone = chosen.filter((skill) => !skills.includes(skill));
  return (
    <fieldset aria-describedby={refused ? problemId : undefined} className="flex flex-col gap-1">
      <legend className="font-medium text-sm">{t('assignment.skills')}</legend>
      {skills.length === 0 && <p className="text-text-quiet text-xs">{t('assignment.noSkills')}</p>}
      <CheckList
        options={[
          ...skills.map((skill) => ({ value: skill, label: skill })),
          ...gone.map((skill) => ({ value: skill, label: t('assignment.goneSkill', { skill }) })),
        ]}
        chosen={chosen}
        onChange={onChange}
      />
      {refused && (
        <p id={problemId} role="alert" className="text-state-failed text-xs">
          {t('assignment.unknownSkill')}
        </p>
      )}
    </fieldset>
  );
}
