import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defused } from '../../../backend/customers/csv-text.ts';
import { meant } from '../../../backend/customers/import/cell-values.ts';
import { companyKey } from '../../../backend/customers/import/company-key.ts';
import { createRepeatedRows } from '../../../backend/customers/import/repeated-rows.ts';
import { e164Of } from '../../../backend/kernel/phone-number.ts';

const digits = fc.stringMatching(/^[2-9]\d{7}$/);

describe('a number', () => {
  it('is the same in every notation', () => {
    fc.assert(
      fc.property(digits, (rest) => {
        const [area, local] = [rest.slice(0, 4), rest.slice(4)];
        const notations = [
          `03-${area}-${local}`,
          `03${rest}`,
          `+81 3 ${area} ${local}`,
          `(03)${area}-${local}`,
        ];
        const wide = [...`03-${area}-${local}`].map((one) => String.fromCharCode(one.charCodeAt(0) + 0xfee0));

        const known = [...notations, wide.join('')].map(e164Of);

        expect(new Set(known)).toEqual(new Set([`+813${rest}`]));
      }),
    );
  });
});

describe('repeated rows of a file', () => {
  it('are exactly those whose number an earlier row has', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('+81311111111', '+81322222222', '+81333333333')), (numbers) => {
        const compare = createRepeatedRows('number');

        const same = numbers.map(
          (phoneNumber, row) =>
            compare({ row, fields: { phoneNumber }, companyKey: '', problems: [] }).sameAsRow,
        );

        const first = (number: (typeof numbers)[number], row: number) => numbers.indexOf(number) < row;
        expect(same.map((row) => row !== null)).toEqual(numbers.map(first));
      }),
    );
  });

  it('may need the same name, too, however the kind of company is written', () => {
    const compare = createRepeatedRows('name-and-number');
    const rows = ['株式会社みなと', '（株）ミナト', '有限会社やまだ'].map((company, row) =>
      compare({
        row,
        fields: { phoneNumber: '+81311111111' },
        companyKey: companyKey(company),
        problems: [],
      }),
    );

    expect(rows.map(({ sameAsRow }) => sameAsRow)).toEqual([null, 0, null]);
  });
});

describe('what an export has defused', () => {
  it('is read by an import as it was', () => {
    fc.assert(
      fc.property(
        fc.string().map((text) => text.trim()),
        (text) => {
          fc.pre(!/^'[=+\-@]/.test(text) && !/^="/.test(text));

          expect(meant(defused(text))).toBe(text);
        },
      ),
    );
  });
});
