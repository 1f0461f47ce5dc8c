import {
  customerPhoneNumber,
  type PersonaId,
  personaIds,
  personaNumber,
} from '../../simulator/personas/numbers.ts';

export interface DemoCustomer {
  readonly company: string;
  readonly companyKana: string;
  readonly person: string;
  readonly department: string;
  readonly phoneNumber: string;
  readonly note: string;
  /** Whose customer it is. */
  readonly owner: 'first-agent' | 'second-agent' | 'nobody';
  /**
   * What the last weeks of calls have led to: nothing, because there were none; to be called again; perhaps to a success; or soon to a
   * refusal. Every persona keeps a number that can be called, and who puts through all of them.
   */
  readonly past: 'none' | 'open' | 'may-have-agreed' | 'refused';
}

/** Company, its reading, person, department. None of them exists. */
const companies = [
  ['ミナトヶ浦工業株式会社', 'ミナトガウラコウギョウ', '佐藤 健一', '総務部'],
  ['株式会社ことり印刷', 'コトリインサツ', '高橋 由美', '総務部'],
  ['あさぎり運輸株式会社', 'アサギリウンユ', '伊藤 隆', '労務課'],
  ['株式会社うみかぜ食品', 'ウミカゼショクヒン', '渡辺 恵子', '人事部'],
  ['つばきや製菓株式会社', 'ツバキヤセイカ', '山本 誠', '総務課'],
  ['株式会社やまなみ測量', 'ヤマナミソクリョウ', '中村 明', '管理部'],
  ['ひだまり介護サービス株式会社', 'ヒダマリカイゴサービス', '小林 幸子', '総務部'],
  ['株式会社くろしお物流', 'クロシオブツリュウ', '加藤 剛', '人事部'],
  ['かえで設計事務所', 'カエデセッケイジムショ', '吉田 直樹', '総務'],
  ['株式会社すずらん薬局', 'スズランヤッキョク', '山田 和子', '本部'],
  ['ほしぞら保育園グループ', 'ホシゾラホイクエングループ', '佐々木 薫', '事務局'],
  ['株式会社たけのこ学習社', 'タケノコガクシュウシャ', '松本 浩', '総務部'],
  ['むらさき電設株式会社', 'ムラサキデンセツ', '井上 勝', '工務部'],
  ['株式会社あおば青果', 'アオバセイカ', '木村 実', '総務課'],
  ['しらゆきクリーニング株式会社', 'シラユキクリーニング', '林 美穂', '管理課'],
  ['株式会社いわお建材', 'イワオケンザイ', '斎藤 修', '総務部'],
  ['はるかぜ旅行社', 'ハルカゼリョコウシャ', '清水 彩', '人事課'],
  ['株式会社ともしび警備', 'トモシビケイビ', '山崎 武', '業務部'],
  ['さざなみホテル株式会社', 'サザナミホテル', '森 香織', '人事部'],
  ['株式会社つきみ野精機', 'ツキミノセイキ', '池田 進', '総務部'],
  ['こがね不動産株式会社', 'コガネフドウサン', '橋本 聡', '総務部'],
  ['株式会社わかくさ園芸', 'ワカクサエンゲイ', '阿部 千春', '総務'],
  ['おおぞら航空整備株式会社', 'オオゾラコウクウセイビ', '石川 大地', '人事部'],
  ['株式会社ゆきわり文具', 'ユキワリブング', '山下 直美', '総務部'],
  ['まつかぜ酒造株式会社', 'マツカゼシュゾウ', '中島 豊', '管理部'],
  ['株式会社そよかぜ自動車', 'ソヨカゼジドウシャ', '石井 昇', '総務課'],
  ['なでしこ化粧品株式会社', 'ナデシコケショウヒン', '小川 麻衣', '人事部'],
  ['株式会社みずほ野水産', 'ミズホノスイサン', '前田 勇', '総務部'],
  ['あかね縫製株式会社', 'アカネホウセイ', '岡田 静', '総務'],
  ['株式会社こだま音響', 'コダマオンキョウ', '長谷川 響', '管理部'],
  ['ふたば歯科医療機器株式会社', 'フタバシカイリョウキキ', '藤田 真理', '総務部'],
  ['株式会社ときわ木工', 'トキワモッコウ', '後藤 正', '総務課'],
  ['きらめきガラス株式会社', 'キラメキガラス', '近藤 光', '人事課'],
  ['株式会社のどか牧場', 'ノドカボクジョウ', '村上 牧子', '事務所'],
  ['あけび塗装株式会社', 'アケビトソウ', '遠藤 塁', '総務部'],
  ['株式会社いろどり広告社', 'イロドリコウコクシャ', '青木 彩香', '総務部'],
  ['さくらだ金属株式会社', 'サクラダキンゾク', '坂本 鉄男', '労務課'],
  ['株式会社ゆうなぎ造船', 'ユウナギゾウセン', '福田 航', '人事部'],
  ['こもれび書店株式会社', 'コモレビショテン', '太田 栞', '本部'],
] as const satisfies readonly (readonly [string, string, string, string])[];

/** Whom a receptionist cannot have spoken for all those weeks. */
const withoutPast: readonly PersonaId[] = [
  'refuses',
  'voicemail',
  'ivr',
  'wrong-number',
  'silent',
  'hangs-up-early',
  'busy-line',
  'no-answer',
  'invalid-number',
  'forbids-calls',
  'speaks-english',
];

/** What will happen, for whoever tries the product out. */
const personaNotes: Partial<Record<PersonaId, string>> = {
  'puts-through': '受付が担当者に取り次ぎます。',
  absent: '担当者は不在です。',
  refuses: '営業の電話を断ります。',
  'asks-who': 'どちら様かと尋ねます。',
  'asks-what': '用件を尋ねます。',
  'asks-appointment': '約束の有無を尋ねます。',
  'asks-machine': '自動音声かどうかを尋ねます。',
  'web-form': 'お問い合わせフォームを案内します。',
  'call-back-at-three': '15時のかけ直しを求めます。',
  'long-hold': '長く保留します。',
  voicemail: '留守番電話につながります。',
  ivr: '自動音声の案内につながります。',
  'wrong-number': '間違い電話だと言います。',
  silent: '何も話しません。',
  rambling: '話が長く続きます。',
  'hangs-up-early': 'すぐに切ります。',
  'busy-line': '話し中です。',
  'no-answer': '誰も出ません。',
  'invalid-number': '使われていない番号です。',
  'person-answers': '担当者が直接出ます。',
  'forbids-calls': '今後の電話を禁じます。',
  'speaks-english': '英語で話します。',
  'asks-for-human': '人と話したいと言います。',
};

/** Two in five are the first agent's, two the second's, and one nobody's. */
const owners = ['second-agent', 'nobody', 'first-agent', 'second-agent', 'first-agent'] as const;

/** 39 companies on the telephones of the simulator's personas, and the customer's phone page. */
export const demoCustomers: readonly DemoCustomer[] = [
  {
    company: 'あなたの電話',
    companyKana: 'アアナタノデンワ',
    person: 'あなた',
    department: '総務部',
    phoneNumber: customerPhoneNumber,
    note: 'お客様の役を演じる電話です。/phone を開いてから発信してください。断って発信禁止になっても、この画面で解除できます。',
    owner: 'nobody',
    past: 'none',
  },
  ...companies.map(([company, companyKana, person, department], index) => {
    const persona = personaOf(index);
    return {
      company,
      companyKana,
      person,
      department,
      phoneNumber: personaNumber(persona, index + 1),
      note: `デモ: ${personaNotes[persona] ?? persona}`,
      owner: owners[index % owners.length] ?? 'nobody',
      past: pastOf(persona, index),
    };
  }),
];

/** Who has the number; null when it is no demo customer's. */
export function demoCustomerAt(number: string): DemoCustomer | null {
  return demoCustomers.find(({ phoneNumber }) => phoneNumber === number) ?? null;
}

function pastOf(persona: PersonaId, index: number): DemoCustomer['past'] {
  if (withoutPast.includes(persona)) return 'none';
  if (index < personaIds.length) return 'open';
  return persona === 'puts-through' ? 'may-have-agreed' : 'refused';
}

/** Each persona once; then, for whoever wants to see the main thing again, every second one puts through. */
function personaOf(index: number): PersonaId {
  const { [index]: once } = personaIds;
  if (once !== undefined) return once;
  const again = index - personaIds.length;
  return again % 2 === 0 ? 'puts-through' : (personaIds[again] ?? 'puts-through');
}
