export const presence = {
  label: '受付の状態',
  choose: '状態を選ぶ',
  stop: '受付を止める',
  reachable: {
    softphone: '電話機で受けられます',
    phone: '登録した電話で受けます',
    none: '今は受けられません',
  },
  offHours: '勤務時間外',
  offHoursMeaning: '勤務時間外のため、取り次ぎの依頼は来ません',
  away: {
    locked: '画面をロックしたため、依頼が来ません。ロックを解除すると、元の状態に戻ります。',
    asleep: 'スリープしたため、依頼が来ません。パソコンを使い始めると、元の状態に戻ります。',
    unanswered: '続けて依頼に出なかったため、取込中にしました。「受付可」を選ぶと、また依頼が来ます。',
  },
  wrapUp: {
    extend: '後処理を1分延ばす',
    finish: '後処理を終える',
    failed: '後処理の時間を変えられませんでした',
  },
  unknown: '確認できません',
  failed: '状態を変えられませんでした',
} as const;
