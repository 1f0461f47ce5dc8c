import { handoff } from '../../src-renderer/words/ja/handoff.ts';
import { vocabulary } from '../../src-renderer/words/ja/vocabulary.ts';
import type { Texts } from './texts.ts';

export const japanese: Texts = {
  appName: '取次',
  presence: {
    ...vocabulary.presence,
    'signed-out': 'サインインしていません',
    disconnected: 'サーバーにつながっていません',
  },
  busyReason: vocabulary.busyReason,
  handoffReason: vocabulary.handoffReason,
  tray: {
    waiting: (offers) => `取り次ぎ待ち ${offers}件`,
    open: '取次を開く',
    mute: 'ミュート',
    signOut: 'サインアウト',
    quit: '取次を終了',
  },
  offer: {
    title: (company, person) => `取り次ぎ: ${person === null ? company : `${company} ${person}様`}`,
    standbyMeaning: handoff.offer.standbyMeaning,
    aiTalksMeaning: handoff.offer.aiTalksMeaning,
    connectMeaning: handoff.offer.connectMeaning,
    consultMeaning: handoff.offer.consultMeaning,
    lineDropped: handoff.offer.lineDropped,
    transferReturned: handoff.offer.transferReturned,
    returnMeaning: handoff.offer.returnMeaning,
    return: handoff.offer.return,
    accept: handoff.offer.accept,
    decline: handoff.offer.decline,
  },
};
