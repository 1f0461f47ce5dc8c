import { z } from 'zod';
import { settingsSchema } from './settings.ts';

const describedSchema = z.record(
  z.string(),
  z.object({
    meaning: z.string(),
    unit: z.string().optional(),
    example: z.string().optional(),
    default: z.string().optional(),
  }),
);

/** The text of `.env.example`: every setting commented out, with its meaning and the value that it has when left out. */
export function envExample(): string {
  const { properties } = z.toJSONSchema(settingsSchema, { io: 'input' });
  const settings = Object.entries(describedSchema.parse(properties));
  const paragraphs = settings.map(([name, { meaning, unit, example, default: fallback }]) => {
    const inUnit = unit === undefined ? '' : ` In ${unit}.`;
    const note = fallback || example === undefined ? '' : ` For example: ${example}`;
    return `# ${meaning}${inUnit}${note}\n# ${name}=${fallback ?? ''}\n`;
  });
  return [
    '# Copy this file to .env and take the # from the lines you change. Each shows the value it has otherwise.\n',
    ...paragraphs,
  ].join('\n');
}
