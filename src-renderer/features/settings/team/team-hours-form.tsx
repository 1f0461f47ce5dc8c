import type { ReactElement } from 'react';
import type { WorkHours } from '../../../../backend/contract/agents.ts';
import type { VersionedDefaults } from '../../../../backend/contract/team.ts';
import type { Versioned } from '../../../platform/field-merge.ts';
import { usePlatform } from '../../../platform/platform-context.ts';
import { HoursFields } from '../schedule/hours-fields.tsx';
import {
  hoursDraftOf,
  type ScheduleDraft,
  savableScheduleSchema,
  scheduleDraftSchema,
} from '../schedule/schedule-draft.ts';
import { useScheduleWords } from '../schedule/use-schedule-words.ts';
import { useVersionedForm } from '../versions/use-versioned-form.ts';
import { VersionedFormFrame } from '../versions/versioned-form-frame.tsx';

interface TeamHoursFormProps {
  readonly defaults: VersionedDefaults;
  /** What holds while the team has none: office hours. */
  readonly usual: WorkHours;
  readonly onSaved: (defaults: VersionedDefaults) => VersionedDefaults;
}

/** When those work who have no hours of their own. */
export function TeamHoursForm({ defaults, usual, onSaved }: TeamHoursFormProps): ReactElement {
  const { api } = usePlatform();
  const words = useScheduleWords();
  const versioned = ({ version, settings }: VersionedDefaults): Versioned<ScheduleDraft> => ({
    version,
    fields: { ...hoursDraftOf(settings.hours ?? usual), leave: [] },
  });
  const edit = useVersionedForm({
    draftKey: 'schedule-team',
    mutationKey: ['save-team-hours'],
    saved: versioned(defaults),
    draftSchema: scheduleDraftSchema,
    savableSchema: savableScheduleSchema,
    read: async () => versioned(onSaved(await api.teamDefaults())),
    write: async (version, draft) => {
      const { leave: _nobodys, ...hours } = savableScheduleSchema.parse(draft);
      const settings = { ...(await api.teamDefaults()).settings, hours };
      return versioned(onSaved(await api.saveTeamDefaults({ version, settings })));
    },
  });
  return (
    <VersionedFormFrame edit={edit} nameOf={words.nameOf} wordsOf={words.wordsOf}>
      <HoursFields form={edit.form} />
    </VersionedFormFrame>
  );
}
