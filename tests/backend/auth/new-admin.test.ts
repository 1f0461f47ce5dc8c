import { PassThrough, Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { askForAdmin } from '../../../backend/auth/new-admin.ts';
import { askThrough } from '../../../backend/auth/questions.ts';

async function answer(...lines: string[]) {
  const output = new PassThrough();
  const said: string[] = [];
  using questions = askThrough(Readable.from([`${lines.join('\n')}\n`]), output);

  const admin = await askForAdmin(questions, (line) => said.push(line));

  return { admin, said, shown: String(output.read() ?? '') };
}

describe('askForAdmin', () => {
  it('takes e-mail, name and password, and never shows the password', async () => {
    const { admin, shown } = await answer('mori@example.com', '森 香織', 'a long password');

    expect(admin).toEqual({
      email: 'mori@example.com',
      name: '森 香織',
      password: 'a long password',
      role: 'admin',
    });
    expect(shown).not.toContain('a long password');
  });

  it('asks again after an address that is none, and after a short password', async () => {
    const { admin, said } = await answer(
      'mori',
      'mori@example.com',
      '森',
      'short',
      'mori@example.com',
      '森',
      'a long password',
    );

    expect(admin?.name).toBe('森');
    expect(said).toHaveLength(2);
  });

  it('gives up at the end of the input', async () => {
    const { admin } = await answer('');

    expect(admin).toBeNull();
  });
});
