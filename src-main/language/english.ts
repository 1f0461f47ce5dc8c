import { handoff } from '../../src-renderer/words/en/handoff.ts';
import { vocabulary } from '../../src-renderer/words/en/vocabulary.ts';
import type { Texts } from './texts.ts';

export const english: Texts = {
  appName: 'Toritsugi',
  presence: {
    ...vocabulary.presence,
    'signed-out': 'Not signed in',
    disconnected: 'No connection to the server',
  },
  busyReason: vocabulary.busyReason,
  handoffReason: vocabulary.handoffReason,
  tray: {
    waiting: (offers) => (offers === 1 ? '1 call waiting for you' : `${offers} calls waiting for you`),
    open: 'Open Toritsugi',
    mute: 'Mute',
    signOut: 'Sign out',
    quit: 'Quit Toritsugi',
  },
  offer: {
    title: (company, person) => `Handoff: ${person === null ? company : `${person}, ${company}`}`,
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
