import { describe, expect, it } from 'vitest';
import { createPasswordStrength } from '../../../backend/auth/password-strength.ts';

const owner = { name: '鈴木 美咲', email: 'misaki.suzuki@minato-koutsu.example', company: '港交通株式会社' };
const strength = createPasswordStrength();

describe('createPasswordStrength', () => {
  it.each([
    'password12345',
    'qwertyuiop12',
    'aaaaaaaaaaaaa',
    '1234567890',
    'あいうえおかきくけこ',
    'sakurasakura',
  ])('finds %s guessable', (password) => {
    expect(strength.weaknessOf(password, owner)).toBe('guessable');
  });

  it.each([
    'misaki-suzuki-1',
    'Minato-Koutsu-2026',
    'minato-koutsu.example!',
    '港交通株式会社と鈴木美咲',
    'toritsugi-suzuki',
  ])('finds %s to be made of what is known', (password) => {
    expect(strength.weaknessOf(password, owner)).toBe('personal');
  });

  it.each(['marble tulip ferry', '庭の木に赤い鳥が三羽', 'x9$Lq2!vTz'])('takes %s', (password) => {
    expect(strength.weaknessOf(password, owner)).toBeNull();
  });

  it('takes a personal word among enough others', () => {
    expect(strength.weaknessOf('misaki marble tulip ferry', owner)).toBeNull();
  });

  it('knows nothing of a company that nobody has named', () => {
    expect(strength.weaknessOf('marble tulip ferry', { ...owner, company: null })).toBeNull();
  });
});
