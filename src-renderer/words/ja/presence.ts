export const presence = {
  label: '受付の状態',
  choose: '状態を選ぶ',
  reachable: {
    softphone: '電話機で受けられます',
    phone: '登録した電話で受けます',
    none: '今は受けられません',
  },
  unknown: '確認できません',
  failed: '状態を変えられませんでした',
} as const;
