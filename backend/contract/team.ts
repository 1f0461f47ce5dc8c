import { z } from 'zod';
import { lockableFieldSchema, setConversationSchema, workHoursSchema } from './agents.ts';
import { agentIdSchema } from './ids.ts';
import { routingSettingsSchema } from './routing.ts';

/** What is set for the whole team, each with a version of its own. */
export type TeamSettingsKey = 'routing' | 'defaults' | 'spending';

/** What holds for whoever has nothing of their own, and what agents may not change themselves. */
export const teamDefaultsSchema = z.object({
  conversation: setConversationSchema.nullable(),
  /** Null: office hours. */
  hours: workHoursSchema.nullable().default(null),
  locked: z.array(lockableFieldSchema).max(lockableFieldSchema.options.length),
});
export type TeamDefaults = z.infer<typeof teamDefaultsSchema>;

/** `version` counts the changes. Whoever saves names the one that was edited, and is refused when it is not the newest. */
const versionSchema = z.int().min(0);
export const teamRoutingSchema = z.object({ version: versionSchema, settings: routingSettingsSchema });
export type TeamRouting = z.infer<typeof teamRoutingSchema>;
/** What was saved, and who has lost a skill by it because the team has it no more. */
export const savedRoutingSchema = teamRoutingSchema.extend({
  skillsTaken: z.array(
    z.object({ agent: z.object({ id: agentIdSchema, name: z.string() }), skills: z.array(z.string()) }),
  ),
});
export type SavedRouting = z.infer<typeof savedRoutingSchema>;

export const versionedDefaultsSchema = z.object({ version: versionSchema, settings: teamDefaultsSchema });
export type VersionedDefaults = z.infer<typeof versionedDefaultsSchema>;
