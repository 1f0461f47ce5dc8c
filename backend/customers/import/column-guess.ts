import type { ImportField } from '../../contract/customer-imports.ts';
import { searchable } from '../../kernel/overlapping-pairs.ts';

/** What columns are called in the lists of Japanese and English companies, as `searchable` writes it. */
const names: Readonly<Record<ImportField, readonly string[]>> = {
  company: [
    '会社名',
    '会社',
    '企業名',
    '法人名',
    '社名',
    '顧客名',
    '取引先',
    '取引先名',
    '店舗名',
    '名称',
    'company',
    'companyname',
    'organization',
    'organisation',
    'account',
    'accountname',
  ],
  companyKana: [
    'フリガナ',
    'カナ',
    '会社名カナ',
    '会社名フリガナ',
    '会社カナ',
    '会社名(カナ)',
    '読ミ',
    '読ミ仮名',
    'ヨミガナ',
    'ヨミ',
    'kana',
    'reading',
    'companykana',
    'companyreading',
  ],
  person: [
    '担当者',
    '担当者名',
    '氏名',
    '名前',
    'オ名前',
    '先方担当者',
    '先方ノ担当者',
    '代表者',
    '代表者名',
    'person',
    'name',
    'contact',
    'contactname',
    'contactperson',
    'fullname',
  ],
  department: ['部署', '部署名', '所属', '部門', 'department', 'division'],
  phoneNumber: [
    '電話番号',
    '電話',
    'tel',
    '代表電話',
    '代表番号',
    '電話番号1',
    'tel1',
    'phone',
    'phonenumber',
    'telephone',
    'phone1',
    'mainphone',
  ],
  otherNumbers: [
    '携帯',
    '携帯電話',
    '携帯番号',
    '電話番号2',
    '電話番号3',
    'tel2',
    'tel3',
    'ソノ他ノ電話',
    'ソノ他電話番号',
    'mobile',
    'mobilephone',
    'cell',
    'phone2',
    'phone3',
    'otherphone',
    'othernumbers',
    'otherphones',
  ],
  email: ['メール', 'メールアドレス', 'eメール', 'mail', 'email', 'e-mail', 'emailaddress', 'mailaddress'],
  webForm: [
    '問イ合ワセフォーム',
    'オ問イ合ワセフォーム',
    'フォーム',
    'url',
    'ホームページ',
    'hp',
    'webサイト',
    'サイト',
    'website',
    'webform',
    'web',
    'contactform',
  ],
  address: ['住所', '所在地', '本社所在地', '本社住所', 'address'],
  industry: ['業種', '業界', '業態', 'industry', 'sector'],
  tags: ['タグ', 'ラベル', '分類', 'tag', 'tags', 'label', 'labels'],
  owner: ['自社担当', '担当営業', '営業担当', '営業担当者', '所有者', 'owner', 'salesrep', 'assignedto'],
  status: ['状態', 'ステータス', '状況', 'status', 'stage'],
  note: ['メモ', '備考', 'コメント', '特記事項', 'note', 'notes', 'memo', 'comment', 'comments', 'remarks'],
  timeZone: ['タイムゾーン', '時間帯', 'timezone'],
  bestTime: [
    '希望時間',
    '連絡希望時間',
    '架電希望時間',
    'ツナガリヤスイ時間',
    'besttime',
    'besttimetocall',
    'preferredtime',
  ],
};

const fieldNamed: ReadonlyMap<string, ImportField> = new Map(
  importFields().flatMap((field) => names[field].map((name) => [searchable(name), field] as const)),
);

const several: readonly ImportField[] = ['otherNumbers', 'tags'];

/** What each column seems to hold, by its name; null where that says nothing, or where an earlier column holds it already. */
export function guessColumns(firstRow: readonly string[]): (ImportField | null)[] {
  const taken = new Set<ImportField>();
  return firstRow.map((name) => {
    const field = fieldNamed.get(searchable(name).replace(/[:：_*※]/g, '')) ?? null;
    if (field === null) return null;
    // A second telephone number is a further one.
    const free =
      !taken.has(field) || several.includes(field) ? field : field === 'phoneNumber' ? 'otherNumbers' : null;
    if (free !== null) taken.add(free);
    return free;
  });
}

function importFields(): readonly ImportField[] {
  return Object.keys(names).filter((name): name is ImportField => name in names);
}
