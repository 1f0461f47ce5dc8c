import { describe, expect, it } from 'vitest';
import {
  draftOf,
  fieldsOf,
  savableDraftSchema,
  savableUnnumberedSchema,
} from '../../../../src-renderer/features/customers/customer-draft.ts';
import { sampleCustomer } from '../../support/samples.ts';

const customer = sampleCustomer(1, {
  otherNumbers: ['+819012345678', '+442079460018'],
  tags: ['展示会', '紹介'],
  bestTime: { from: 570, to: 1_020 },
  email: 'tanaka@example.com',
});

describe('savableDraftSchema', () => {
  it('makes of a draft that nobody has touched the customer it was made of', () => {
    const { tags, ...fields } = fieldsOf(customer);

    const saved = savableDraftSchema.parse(draftOf(customer));

    expect(saved).toEqual({ ...fields, tags: [...tags].sort() });
  });

  it.each(['03-1234-5678', '０３−１２３４−５６７８', '(03) 1234 5678', '+81 3 1234 5678'])(
    'takes a number as people write it: %s',
    (phoneNumber) => {
      const saved = savableDraftSchema.parse({ ...draftOf(customer), phoneNumber });

      expect(saved.phoneNumber).toBe('+81312345678');
    },
  );

  it('ends a day at 24:00, which an input for a time calls 00:00', () => {
    const draft = draftOf({ ...customer, bestTime: { from: 1_080, to: 1_440 } });

    const saved = savableDraftSchema.parse(draft);

    expect(draft.bestTime).toEqual({ from: '18:00', to: '00:00' });
    expect(saved.bestTime).toEqual({ from: 1_080, to: 1_440 });
  });

  it.each([
    [{ phoneNumber: '' }, 'phoneNumber'],
    [{ phoneNumber: '03-12' }, 'phoneNumber'],
    [{ otherNumbers: '03-1234-5678\nabc' }, 'otherNumbers'],
    [{ company: ' ' }, 'company'],
    [{ email: 'tanaka' }, 'email'],
    [{ webForm: 'example.com' }, 'webForm'],
    [{ timeZone: 'Asia/Nowhere' }, 'timeZone'],
    [{ bestTime: { from: '10:00', to: '' } }, 'bestTime'],
    [{ bestTime: { from: '17:00', to: '09:00' } }, 'bestTime'],
  ])('says which field is wrong: %j', (changes, field) => {
    const saved = savableDraftSchema.safeParse({ ...draftOf(customer), ...changes });

    expect(saved.error?.issues.map(({ path }) => path[0])).toEqual([field]);
  });
});

describe('savableUnnumberedSchema', () => {
  const unnumbered = { ...customer, phoneNumber: '' };

  it('leaves a number that was withheld unknown', () => {
    const saved = savableUnnumberedSchema.parse(draftOf(unnumbered));

    expect(saved.phoneNumber).toBe('');
  });

  it('takes the number once it is known, and no other words', () => {
    const draft = draftOf(unnumbered);

    expect(savableUnnumberedSchema.parse({ ...draft, phoneNumber: '03-1234-5678' }).phoneNumber).toBe(
      '+81312345678',
    );
    expect(savableUnnumberedSchema.safeParse({ ...draft, phoneNumber: 'abc' }).success).toBe(false);
  });
});
