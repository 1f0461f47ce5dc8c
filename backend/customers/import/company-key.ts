import { searchable } from '../../kernel/overlapping-pairs.ts';

/** By which two spellings of a company's name are one: the kind of company and where it stands make no difference. */
export function companyKey(company: string): string {
  const name = searchable(company).replace(/[・,.、。]/g, '');
  const bare = name.replace(/株式会社|有限会社|合同会社|合資会社|合名会社|\((?:株|有|同|資|名)\)/g, '');
  return bare === '' ? name : bare;
}
