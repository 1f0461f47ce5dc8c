import { describe, expect, it } from 'vitest';
import { undoOf } from '../../../../src-renderer/features/customers/bulk-undo.ts';
import { sampleCustomer } from '../../support/samples.ts';

describe('undoOf', () => {
  it('gives tags back only to those who have lost them, and leaves alone who had what was added', () => {
    const [had, had2, new1] = [
      sampleCustomer(1, { tags: ['古い', '展示会'] }),
      sampleCustomer(2, { tags: ['展示会'] }),
      sampleCustomer(3, { tags: ['古い'] }),
    ];
    const customerIds = [had.id, had2.id, new1.id];

    const undo = undoOf([had, had2, new1], {
      customerIds,
      changes: { addTags: ['展示会'], removeTags: ['古い'] },
    });

    expect(undo).toEqual([
      { customerIds: [had.id], changes: { addTags: ['古い'] } },
      { customerIds: [new1.id], changes: { removeTags: ['展示会'], addTags: ['古い'] } },
    ]);
  });

  it('takes back in one request what was alike', () => {
    const customers = [sampleCustomer(1), sampleCustomer(2)];
    const customerIds = customers.map(({ id }) => id);

    expect(undoOf(customers, { customerIds, changes: { status: 'won' } })).toEqual([
      { customerIds, changes: { status: 'new' } },
    ]);
  });
});
