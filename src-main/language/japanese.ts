import { handoff } from '../../src-renderer/words/ja/handoff.ts';
import { presence } from '../../src-renderer/words/ja/presence.ts';
import { shell } from '../../src-renderer/words/ja/shell.ts';
import { vocabulary } from '../../src-renderer/words/ja/vocabulary.ts';
import type { Texts } from './texts.ts';

export const japanese: Texts = {
  appName: '取次',
  htmlLanguage: 'ja',
  presence: {
    ...vocabulary.presence,
    'signed-out': 'サインインしていません',
    disconnected: 'サーバーにつながっていません',
  },
  busyReason: vocabulary.busyReason,
  handoffReason: vocabulary.handoffReason,
  tray: {
    waiting: (offers) => `取り次ぎ待ち ${offers}件`,
    offHours: presence.offHours,
    stop: presence.stop,
    open: '取次を開く',
    mute: 'ミュート',
    signOut: 'サインアウト',
    quit: '取次を終了',
  },
  quitInCall: shell.quitInCall,
  signedOut: {
    title: 'サインアウトされています',
    meaning: 'サインインするまで、通話の取り次ぎは届きません。',
  },
  unsaved: {
    ask: '保存していない内容があります。終了すると消えます。',
    yes: '保存せずに終了する',
    no: '終了しない',
  },
  unresponsive: {
    ask: '画面が応答していません。',
    inCall: '通話中です。読み込み直すと、先方との回線が切れます。',
    reload: '読み込み直す',
    wait: '待つ',
  },
  stopped: {
    title: '画面が止まりました',
    meaning:
      '続けて止まったため、読み込みをやめました。その間、着信はできません。通話中だったときは、先方を保留にして、ほかの社員を呼び出しています。',
    retry: 'もう一度開く',
  },
  offer: {
    title: (company, person) => `取り次ぎ: ${person === null ? company : `${company} ${person}様`}`,
    meaning: {
      'stand-by': handoff.offer.standbyMeaning,
      'ai-talks': handoff.offer.aiTalksMeaning,
      return: handoff.offer.returnMeaning,
      consult: handoff.offer.consultMeaning,
      connect: handoff.offer.connectMeaning,
    },
    lineDropped: handoff.offer.lineDropped,
    transferReturned: handoff.offer.transferReturned,
    transferredBy: (name) => handoff.offer.transferredBy.replace('{{name}}', name),
    return: handoff.offer.return,
    accept: handoff.offer.accept,
    decline: handoff.offer.decline,
  },
};
