export const signIn = {
  title: 'サインイン',
  lead: 'AIの電話を、人の会話へ。',
  email: 'メールアドレス',
  password: 'パスワード',
  submit: 'サインイン',
  submitting: '確認しています',
  emailProblem: 'メールアドレスの形で入力してください',
  passwordProblem: 'パスワードを入力してください',
  server: 'サーバー',
  notRemembered: 'この端末では安全に保存できないため、アプリを終了するとサインインし直しになります。',
  unreachable: 'サーバーに接続できません。サーバーが動いているか、アドレスが正しいかをご確認ください。',
} as const;
