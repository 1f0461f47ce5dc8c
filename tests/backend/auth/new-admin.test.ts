import { PassThrough, Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { askForAdmin } from '../../../backend/auth/new-admin.ts';
import { createPasswordStrength } from '../../../backend/auth/password-strength.ts';
import { askThrough, type Questions } from '../../../backend/auth/questions.ts';

const mori = { email: 'mori@example.com', name: '森 香織', password: 'a long password', role: 'admin' };

const strength = createPasswordStrength();

interface Answers extends Pick<Questions, 'atTerminal'> {
  readonly lines: readonly string[];
}

/** What comes of these answers, what was said of them, and which questions were asked. */
async function answer({ lines, atTerminal }: Answers) {
  const said: string[] = [];
  const asked: string[] = [];
  const rest = [...lines];
  const ask = async (question: string) => {
    asked.push(question);
    return rest.shift() ?? null;
  };

  const admin = await askForAdmin({
    questions: { atTerminal, ask, askSecret: ask, [Symbol.dispose]: () => undefined },
    say: (line) => said.push(line),
    strength,
    isTaken: (email) => email === 'taken@example.com',
  });

  return { admin, said, asked };
}

const piped = (...lines: string[]) => answer({ lines, atTerminal: false });
const typed = (...lines: string[]) => answer({ lines, atTerminal: true });

describe('askForAdmin', () => {
  it('takes e-mail, name and password', async () => {
    const { admin, said } = await piped('mori@example.com', '森 香織', 'a long password');

    expect(admin).toEqual(mori);
    expect(said).toEqual([]);
  });

  it('asks again for the password only, when that is too short', async () => {
    const { admin, said, asked } = await piped('mori@example.com', '森 香織', 'short', 'a long password');

    expect(admin).toEqual(mori);
    expect(said).toEqual(['A password needs at least 10 characters.']);
    expect(asked.map((question) => question.split(/[ :]/)[0])).toEqual([
      'E-mail',
      'Name',
      'Password',
      'Password',
    ]);
  });

  it.each([
    ['mori', 'That is not an e-mail address.'],
    ['taken@example.com', 'There is an account with this address already.'],
  ])('asks again for the address after %s', async (wrong, problem) => {
    const { admin, said } = await piped(wrong, 'mori@example.com', '森 香織', 'a long password');

    expect(admin).toEqual(mori);
    expect(said).toEqual([problem]);
  });

  it.each([
    ['', 'A name is needed: colleagues see it.'],
    ['森\u0007香織', 'A name must be one line without control characters.'],
    ['森'.repeat(61), 'A name must have at most 60 characters.'],
  ])('asks again for the name after %j', async (wrong, problem) => {
    const { admin, said } = await piped('mori@example.com', wrong, '森 香織', 'a long password');

    expect(admin).toEqual(mori);
    expect(said).toEqual([problem]);
  });

  it('refuses a password that is longer than the sign-in takes', async () => {
    const { admin, said } = await piped('mori@example.com', '森 香織', 'x'.repeat(129), 'a long password');

    expect(admin).toEqual(mori);
    expect(said).toEqual(['A password has at most 128 characters.']);
  });

  it('asks twice at a terminal, and from the start when the two differ', async () => {
    const { admin, said } = await typed(
      ...['mori@example.com', '森 香織', 'a long pasword', 'a long password'],
      ...['a long password', 'a long password'],
    );

    expect(admin).toEqual(mori);
    expect(said).toEqual(['These are two different passwords.']);
  });

  it('gives up on an empty address', async () => {
    const { admin, asked } = await typed('');

    expect(admin).toBeNull();
    expect(asked).toHaveLength(1);
  });

  it.each([0, 1, 2, 3])('gives up when the input ends after %i answers', async (count) => {
    const { admin } = await typed(...['mori@example.com', '森 香織', 'a long password'].slice(0, count));

    expect(admin).toBeNull();
  });
});

describe('askThrough', () => {
  it('takes the lines of a pipe, a secret exactly as it is, and shows none of them', async () => {
    const output = new PassThrough();
    using questions = askThrough(Readable.from([' 森 香織 \r\n', ' a long password \n']), output);

    const name = await questions.ask('Name: ');
    const password = await questions.askSecret('Password: ');
    const end = await questions.ask('More: ');

    expect([name, password, end]).toEqual(['森 香織', ' a long password ', null]);
    expect(String(output.read())).toBe('Name: Password: \nMore: ');
  });

  it('does not show a secret that is typed at a terminal', async () => {
    const output = new PassThrough();
    const input = Object.assign(new PassThrough(), { isTTY: true, setRawMode: () => undefined });
    using questions = askThrough(input, output);

    const answered = questions.askSecret('Password: ');
    input.write('a long password\n');

    expect(await answered).toBe('a long password');
    expect(String(output.read())).not.toContain('long');
  });
});
