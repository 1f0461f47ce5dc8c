import type { AgentProfile, WorkSchedule } from '../../../../backend/contract/agents.ts';
import type { Versioned } from '../../../platform/field-merge.ts';
import { usePlatform } from '../../../platform/platform-context.ts';
import type { Whose } from '../../../platform/settings-api.ts';
import { useVersionedForm, type VersionedForm } from '../versions/use-versioned-form.ts';
import { draftOf, type ScheduleDraft, savableScheduleSchema, scheduleDraftSchema } from './schedule-draft.ts';

interface ScheduleFormOptions {
  readonly whose: Whose;
  readonly profile: AgentProfile;
  readonly read: () => Promise<AgentProfile>;
  readonly onSaved: (profile: AgentProfile) => void;
}

/** The form of somebody's working hours. */
export function useScheduleForm(options: ScheduleFormOptions): VersionedForm<ScheduleDraft, WorkSchedule> {
  const { whose, profile, read, onSaved } = options;
  const { api } = usePlatform();
  const shown = (fresh: AgentProfile): Versioned<ScheduleDraft> => {
    onSaved(fresh);
    return versionedOf(fresh);
  };
  return useVersionedForm({
    draftKey: `schedule-${whose ?? 'mine'}`,
    mutationKey: ['save-schedule', whose],
    saved: versionedOf(profile),
    draftSchema: scheduleDraftSchema,
    savableSchema: savableScheduleSchema,
    read: async () => shown(await read()),
    write: async (basedOn, draft) => {
      // Putting two drafts together leaves each field as one of them had it, and both were fit to be saved.
      const schedule = savableScheduleSchema.parse(draft);
      return shown(await api.saveSchedule(whose, { basedOn, schedule }));
    },
  });
}

function versionedOf({ settings }: AgentProfile): Versioned<ScheduleDraft> {
  return { version: settings.version, fields: draftOf(settings) };
}
