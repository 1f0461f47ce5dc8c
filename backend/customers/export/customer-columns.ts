import { parsePhoneNumberFromString } from 'libphonenumber-js';
import type { ExportLanguage } from '../../contract/customer-exports.ts';
import type { Customer } from '../../contract/customers.ts';
import { customerStatusWords, resultWords, wordFor } from './code-words.ts';

interface Column {
  readonly name: Readonly<Record<ExportLanguage, string>>;
  readonly cell: (customer: Customer, language: ExportLanguage) => string;
}

const yes = { ja: 'はい', en: 'Yes' } as const;

/** Named so that an import of the file knows them again. */
export const customerColumns: readonly Column[] = [
  { name: { ja: '会社名', en: 'Company' }, cell: ({ company }) => company },
  { name: { ja: 'フリガナ', en: 'Kana' }, cell: ({ companyKana }) => companyKana ?? '' },
  { name: { ja: '担当者', en: 'Person' }, cell: ({ person }) => person ?? '' },
  { name: { ja: '部署', en: 'Department' }, cell: ({ department }) => department ?? '' },
  { name: { ja: '電話番号', en: 'Phone' }, cell: ({ phoneNumber }) => asWritten(phoneNumber) },
  { name: { ja: '電話番号2', en: 'Phone 2' }, cell: ({ otherNumbers }) => asWritten(otherNumbers[0] ?? '') },
  { name: { ja: '電話番号3', en: 'Phone 3' }, cell: ({ otherNumbers }) => asWritten(otherNumbers[1] ?? '') },
  { name: { ja: 'メールアドレス', en: 'E-mail' }, cell: ({ email }) => email ?? '' },
  { name: { ja: 'URL', en: 'Website' }, cell: ({ webForm }) => webForm ?? '' },
  { name: { ja: '住所', en: 'Address' }, cell: ({ address }) => address ?? '' },
  { name: { ja: '業種', en: 'Industry' }, cell: ({ industry }) => industry ?? '' },
  { name: { ja: 'タグ', en: 'Tags' }, cell: ({ tags }) => tags.join(', ') },
  { name: { ja: '自社担当', en: 'Owner' }, cell: ({ owner }) => owner?.name ?? '' },
  {
    name: { ja: '状態', en: 'Status' },
    cell: ({ status }, language) => wordFor(customerStatusWords, status, language),
  },
  {
    name: { ja: '希望時間', en: 'Best time' },
    cell: ({ bestTime }) => (bestTime === null ? '' : `${timeOf(bestTime.from)}-${timeOf(bestTime.to)}`),
  },
  { name: { ja: 'タイムゾーン', en: 'Time zone' }, cell: ({ timeZone }) => timeZone },
  { name: { ja: 'メモ', en: 'Note' }, cell: ({ note }) => note },
  {
    name: { ja: '発信禁止', en: 'Do not call' },
    cell: ({ doNotCall }, language) => (doNotCall ? yes[language] : ''),
  },
  { name: { ja: '前回の通話', en: 'Last call' }, cell: ({ lastCall }) => lastCall?.at ?? '' },
  {
    name: { ja: '前回の結果', en: 'Last result' },
    cell: ({ lastCall }, language) => wordFor(resultWords, lastCall?.result ?? null, language),
  },
  { name: { ja: '次の予定', en: 'Next reminder' }, cell: ({ nextReminderAt }) => nextReminderAt ?? '' },
];

/** As people write it in the country it is from; with its country, where that is not Japan. */
export function asWritten(phoneNumber: string): string {
  const number = parsePhoneNumberFromString(phoneNumber);
  if (number === undefined) return phoneNumber;
  return number.country === 'JP' ? number.formatNational() : number.formatInternational();
}

function timeOf(minutes: number): string {
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
}
