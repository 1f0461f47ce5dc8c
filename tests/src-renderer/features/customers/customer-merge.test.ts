import { describe, expect, it } from 'vitest';
import { fieldsOf } from '../../../../src-renderer/features/customers/customer-draft.ts';
import { leaving, mergeOf } from '../../../../src-renderer/features/customers/customer-merge.ts';
import { sampleCustomer } from '../../support/samples.ts';

const base = fieldsOf(sampleCustomer(1, { person: '田中', note: '' }));

describe('mergeOf', () => {
  it('keeps what others have changed where we have changed nothing', () => {
    const merge = mergeOf({ base, theirs: { ...base, person: '鈴木' }, mine: { ...base, note: '資料希望' } });

    expect(merge).toEqual({ changes: { note: '資料希望' }, conflicts: [] });
  });

  it('asks where both have changed the same field differently', () => {
    const merge = mergeOf({ base, theirs: { ...base, person: '鈴木' }, mine: { ...base, person: '佐藤' } });

    expect(merge).toEqual({ changes: { person: '佐藤' }, conflicts: ['person'] });
  });

  it('sees no conflict where both have changed a field to the same', () => {
    const both = { ...base, person: '鈴木' };

    expect(mergeOf({ base, theirs: both, mine: both })).toEqual({ changes: {}, conflicts: [] });
  });
});

describe('leaving', () => {
  it('takes out what stays as the others have made it', () => {
    expect(leaving({ person: '佐藤', note: '資料希望' }, new Set(['person']))).toEqual({ note: '資料希望' });
  });
});
