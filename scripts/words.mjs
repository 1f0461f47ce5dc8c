import process from 'node:process';

/** What the commands say, in Japanese where the user's system speaks it, else in English. */
const words = {
  nodeTooOld: {
    en: (found) => `Node ${found} is too old: Toritsugi needs Node 20.19 or newer (https://nodejs.org).`,
    ja: (found) => `Node ${found} では動きません。Node 20.19 以降を入れてください (https://nodejs.org)。`,
  },
  installing: {
    en: () => 'Installing the packages that this version needs. The first time takes a minute or more.',
    ja: () => '必要なパッケージを入れています。初回は一分以上かかります。',
  },
  compiling: {
    en: (seconds) =>
      `  still at it after ${seconds} s: there is no ready-made better-sqlite3 (the database) to download here, so it is compiled; that takes about two minutes.`,
    ja: (seconds) =>
      `  ${seconds} 秒経過: better-sqlite3(データベース)の完成品を取得できないため、ここでコンパイルしています。二分ほどかかります。`,
  },
  stillInstalling: {
    en: (seconds) => `  still installing after ${seconds} s`,
    ja: (seconds) => `  インストール中(${seconds} 秒経過)`,
  },
  compilerMissing: {
    en: (tools) =>
      `There is no ready-made better-sqlite3 (the database) to download here, and to compile it this machine lacks: ${tools}. Install the build tools (Debian, Ubuntu: apt-get install build-essential python3) and try again.`,
    ja: (tools) =>
      `better-sqlite3(データベース)の完成品を取得できず、コンパイルに必要な ${tools} もありません。ビルドツールを入れてから(Debian・Ubuntu: apt-get install build-essential python3)、もう一度お試しください。`,
  },
  registryUnreachable: {
    en: (log) =>
      `The packages could not be downloaded: npm cannot reach its registry. Check the network, a proxy, and \`npm config get registry\`; what npm said is in ${log}.`,
    ja: (log) =>
      `パッケージをダウンロードできませんでした。ネットワーク、プロキシ、\`npm config get registry\` をご確認ください。npm の出力は ${log} にあります。`,
  },
  installFailed: {
    en: (log) => `The packages could not be installed; what npm said is in ${log}.`,
    ja: (log) => `パッケージを入れられませんでした。npm の出力は ${log} にあります。`,
  },
  building: {
    en: (part) => `Building ${part}.`,
    ja: (part) => `${part} をビルドしています。`,
  },
  buildFailed: {
    en: (part) => `${part} could not be built; the reason is above.`,
    ja: (part) => `${part} をビルドできませんでした。理由は上のとおりです。`,
  },
  portTaken: {
    en: (port) =>
      `Port ${port} is taken: stop the program that uses it, or choose another one, e.g. PORT=${port + 1} npm start.`,
    ja: (port) =>
      `ポート ${port} は使用中です。使っているプログラムを止めるか、別のポートを指定してください(例: PORT=${port + 1} npm start)。`,
  },
  folderUnwritable: {
    en: (folder) =>
      `The folder ${folder} cannot be written to: choose another one with DATA_DIR, or change who owns it.`,
    ja: (folder) =>
      `フォルダー ${folder} に書き込めません。DATA_DIR で別のフォルダーを指定するか、所有者を変えてください。`,
  },
  notAFolder: {
    en: (path) => `${path} is a file: set DATA_DIR to a folder.`,
    ja: (path) => `${path} はファイルです。DATA_DIR にはフォルダーを指定してください。`,
  },
  projectUnwritable: {
    en: (folder) =>
      `The packages and what is built belong into ${folder}, which cannot be written to: change who owns it, or use a copy of your own.`,
    ja: (folder) =>
      `パッケージとビルド結果を ${folder} に置きますが、書き込めません。所有者を変えるか、ご自分のコピーをお使いください。`,
  },
  noAccount: {
    en: (command) =>
      `There is no account yet. In another terminal, make an admin's and sign in with it: ${command}`,
    ja: (command) =>
      `まだアカウントがありません。別のターミナルで管理者を作り、サインインしてください: ${command}`,
  },
  ready: {
    en: (address) => `Toritsugi is ready at ${address}`,
    ja: (address) => `Toritsugi の準備ができました: ${address}`,
  },
  simulated: {
    en: (address) => `Telephony is simulated. Play the customer yourself at ${address}/phone`,
    ja: (address) => `電話は模擬です。お客様の役はこちらで演じられます: ${address}/phone`,
  },
  signIns: { en: () => 'Sign in as:', ja: () => 'サインイン:' },
  stopHint: { en: () => 'Ctrl-C ends everything.', ja: () => 'Ctrl-C で終了します。' },
  desktopOpens: { en: () => 'Opening the desktop app.', ja: () => 'デスクトップアプリを開きます。' },
  fetchingElectron: {
    en: () => 'Fetching Electron for the desktop app (about 100 MB, once).',
    ja: () => 'デスクトップアプリ用の Electron を取得しています(約 100 MB、初回のみ)。',
  },
  browserInstead: {
    en: (why) =>
      `The desktop app is not opened (${why}); the same console is in the browser at the address above.`,
    ja: (why) => `デスクトップアプリは開きません(${why})。同じ画面を、上のアドレスのブラウザーで使えます。`,
  },
  asRoot: { en: () => 'it does not run as root', ja: () => 'root では動きません' },
  noDisplay: { en: () => 'there is no display', ja: () => '画面がありません' },
  noElectron: { en: () => 'Electron cannot be downloaded here', ja: () => 'Electron を取得できません' },
};

/** Says `key` in the user's language. */
export function say(key, ...values) {
  return words[key][language()](...values);
}

export function language(env = process.env) {
  const setting = env.LC_ALL || env.LC_MESSAGES || env.LANG || '';
  const locale = setting === '' ? Intl.DateTimeFormat().resolvedOptions().locale : setting;
  return locale.toLowerCase().startsWith('ja') ? 'ja' : 'en';
}
