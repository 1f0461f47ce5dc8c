/** What can be set before anybody has signed in. */
export const deviceSettings = {
  language: '言語',
  japanese: '日本語',
  english: 'English',
  server: {
    label: 'サーバーのアドレス',
    hint: '変えると、サインインし直しになります。',
    change: '変更する',
    'not-an-address': 'アドレスとして正しくありません',
    'not-encrypted': '別の端末のサーバーにはhttpsのアドレスが必要です',
    'on-call': '通話中は変更できません。通話が終わってから変更してください。',
    unsaved: '保存していない内容があります。サーバーを変えると消えます。',
    stay: '変更しない',
    noAnswer: 'アプリから応答がありません。もう一度お試しください。',
  },
} as const;
