import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { envExample } from '../../../backend/config/env-example.ts';

it('describes every setting in .env.example as the schema has it', () => {
  const file = readFileSync('.env.example', 'utf8');

  expect(file).toBe(envExample());
});
