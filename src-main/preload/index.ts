import './zod-without-eval.ts';
import { contextBridge } from 'electron';
import type { DesktopBridge } from '../ipc/contract.ts';
import { ask, receiveNotices } from './main-process.ts';

const notices = receiveNotices();

const bridge: DesktopBridge = {
  session: {
    load: () => ask('session-load', undefined),
    store: (token) => ask('session-store', token),
    clear: () => ask('session-clear', undefined),
    onSignOutChosen: notices['sign-out-chosen'].listen,
  },
  server: {
    get: () => ask('server-get', undefined),
    set: (address) => ask('server-set', address),
  },
  presence: {
    show: (presence) => ask('presence-show', presence),
    onChosen: notices['presence-chosen'].listen,
  },
  softphone: {
    show: (softphone) => ask('softphone-show', softphone),
    onMuteToggled: notices['mute-toggled'].listen,
  },
  offers: {
    show: (offers) => ask('offers-show', offers),
    onAccepted: notices['offer-accepted'].listen,
    onDeclined: notices['offer-declined'].listen,
  },
  calls: { onOpened: notices['call-opened'].listen },
  shortcuts: { list: () => ask('shortcuts-list', undefined) },
  app: {
    info: () => ask('app-info', undefined),
    setLanguage: (language) => ask('language-set', language),
    quit: () => ask('app-quit', undefined),
  },
  windows: { show: () => ask('windows-show', undefined) },
};

contextBridge.exposeInMainWorld('desktop', bridge);
