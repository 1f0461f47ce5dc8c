export const supervision = {
  label: '通話の支援',
  mode: { listen: '聞く', whisper: 'ささやく', barge: '加わる' },
  heardBy: '声の届く相手',
  joining: '通話につないでいます',
  state: {
    listen: '聞いています。声はだれにも届きません',
    whisper: '声は{{name}}さんだけに届きます',
    barge: '声は先方にも届きます',
  },
  onlyListen: {
    nobody: 'AIが話している間は、聞くことだけができます。ご自分で話すには「取り次ぎ」を押してください。',
    standingBy: '{{name}}さんは待機中です。先方と話し始めると、ささやく・加わる・引き継ぐを選べます。',
  },
  taken: '{{name}}さんが聞いています',
  stop: '聞くのをやめる',
  takeOver: {
    action: '引き継ぐ',
    ask: '{{name}}さんから通話を引き継ぎますか？',
    askAi: 'AIから通話を引き継ぎますか？',
    yes: '引き継ぐ',
    no: 'やめる',
  },
  present: {
    listen: '{{name}}さんが聞いています',
    whisper: '{{name}}さんが聞いています。声はあなただけに届きます',
    barge: '{{name}}さんが通話に加わっています。声は先方にも届きます',
    'take-over': '{{name}}さんが通話を引き継ぎます',
  },
} as const;
