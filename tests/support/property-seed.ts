import process from 'node:process';

/**
 * What the tests of properties draw with: the same in every run, so that a run answers for the change alone; `npm run properties` draws
 * others.
 */
export const propertySeed = Number(process.env['PROPERTY_SEED'] ?? 1);
