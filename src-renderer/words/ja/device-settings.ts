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
    noAnswer: 'アプリから応答がありません。もう一度お試しください。',
  },
} as const;
