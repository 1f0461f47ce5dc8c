export const spending = {
  title: '通話料の上限',
  lead: '1日に通話に使える額を決めます。上限に達すると、次の日まで新しい発信を止めます。進行中の通話は続きます。',
  today: '今日使った額（見積もり・請求の通貨）',
  spent: '{{spent, number}}',
  ofCap: '{{spent, number}}（上限{{cap, number}}）',
  priceUnknown: '1分の料金が決まっていないため、分かりません',
  minutes:
    '通話回線の合計 {{minutes, number}}分。先方・AI・社員の回線を、それぞれ1分単位で切り上げています。',
  estimate:
    '額は見積もりです。実際の額は、電話会社の請求でご確認ください。日付は{{zone}}の0時に替わります。番号の確認と試験通話は含みません。',
  standing: {
    uncapped: '上限はありません',
    within: '上限まで余裕があります',
    near: '上限の8割に達しました',
    reached: '上限に達したため、発信を止めています。続けるには、下の上限を上げて保存してください。',
  },
  dailyCap: '1日の上限（請求の通貨）',
  dailyCapHint: '電話会社の請求と同じ通貨の額です。空欄なら、上限はありません。',
  pricePerMinute: '回線1本・1分あたりの料金（請求の通貨）',
  pricePerMinuteHint: 'よくかける先でいちばん高い料金にすると、上限を超えにくくなります。',
  none: '上限なし',
  amount: '{{amount, number}}',
  problem: {
    cap: '1から100,000,000までの数字で入力するか、空欄にしてください',
    price: '0から10,000までの数字で入力してください',
    priceMissing: '上限を決めるには、料金が必要です',
  },
  loading: '通話料を読み込んでいます',
} as const;
