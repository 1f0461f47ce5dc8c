import type { ReactElement } from 'react';
import { Controller } from 'react-hook-form';
import type { AgentProfile } from '../../../../backend/contract/agents.ts';
import type { Whose } from '../../../platform/settings-api.ts';
import { TeamDefault, teamDefaultUse } from '../team-default.tsx';
import { VersionedFormFrame } from '../versions/versioned-form-frame.tsx';
import { HoursFields } from './hours-fields.tsx';
import { LeaveList } from './leave-list.tsx';
import { hasHours, hoursDraftOf } from './schedule-draft.ts';
import { useScheduleForm } from './use-schedule-form.ts';
import { useLeaveProblem } from './use-schedule-problem.ts';
import { useScheduleWords } from './use-schedule-words.ts';

interface ScheduleFormProps {
  readonly whose: Whose;
  readonly profile: AgentProfile;
  readonly read: () => Promise<AgentProfile>;
  readonly onSaved: (profile: AgentProfile) => void;
}

/** When somebody works: each weekday with its breaks, the zone, holidays, leave. */
export function ScheduleForm(props: ScheduleFormProps): ReactElement {
  const edit = useScheduleForm(props);
  const { form } = edit;
  const words = useScheduleWords();
  const problemIn = useLeaveProblem();
  const { errors } = form.formState;
  const { hours } = props.profile.team;
  return (
    <VersionedFormFrame edit={edit} nameOf={words.nameOf} wordsOf={words.wordsOf}>
      <TeamDefault
        use={teamDefaultUse({
          isDirty: form.formState.isDirty,
          isSame: hasHours(form.watch(), hours),
          isInherited: props.profile.inherited.includes('schedule'),
        })}
        onReturn={() => edit.goTo({ ...form.getValues(), ...hoursDraftOf(hours) })}
      />
      <HoursFields form={form} />
      <Controller
        control={form.control}
        name="leave"
        render={({ field: { value, onChange } }) => (
          <LeaveList
            leave={value}
            problemOf={(index) => problemIn(errors.leave?.[index])}
            onChange={onChange}
          />
        )}
      />
    </VersionedFormFrame>
  );
}
