import { handoff } from '../../src-renderer/words/en/handoff.ts';
import { presence } from '../../src-renderer/words/en/presence.ts';
import { shell } from '../../src-renderer/words/en/shell.ts';
import { vocabulary } from '../../src-renderer/words/en/vocabulary.ts';
import type { Texts } from './texts.ts';

export const english: Texts = {
  appName: 'Toritsugi',
  htmlLanguage: 'en',
  presence: {
    ...vocabulary.presence,
    'signed-out': 'Not signed in',
    disconnected: 'No connection to the server',
  },
  busyReason: vocabulary.busyReason,
  handoffReason: vocabulary.handoffReason,
  tray: {
    waiting: (offers) => (offers === 1 ? '1 call waiting for you' : `${offers} calls waiting for you`),
    offHours: presence.offHours,
    stop: presence.stop,
    open: 'Open Toritsugi',
    mute: 'Mute',
    signOut: 'Sign out',
    quit: 'Quit Toritsugi',
  },
  quitInCall: shell.quitInCall,
  signedOut: {
    title: 'You are signed out',
    meaning: 'No calls will reach you until you sign in again.',
  },
  unsaved: {
    ask: 'Something is not saved. Quitting discards it.',
    yes: 'Quit without saving',
    no: 'Stay',
  },
  unresponsive: {
    ask: 'The console does not respond.',
    inCall: 'You are on a call. Reloading cuts your line to the customer.',
    reload: 'Reload',
    wait: 'Wait',
  },
  stopped: {
    title: 'The console has stopped',
    meaning:
      'It stopped several times in a row and was not loaded again. Until it is, you cannot be rung. If you were on a call, the customer is on hold and a colleague is being asked.',
    retry: 'Open it again',
  },
  offer: {
    title: (company, person) => `Handoff: ${person === null ? company : `${person}, ${company}`}`,
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
