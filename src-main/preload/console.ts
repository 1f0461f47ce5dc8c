import './zod-without-eval.ts';
import { contextBridge } from 'electron';
import type { DesktopBridge } from '../ipc/contract/bridges.ts';
import { ask, openMailbox } from './main-process.ts';

const notices = {
  'presence-chosen': openMailbox('presence-chosen', 'drop'),
  'mute-toggled': openMailbox('mute-toggled', 'drop'),
  'sign-out-chosen': openMailbox('sign-out-chosen', 'drop'),
  'offer-accepted': openMailbox('offer-accepted', 'drop'),
  'offer-declined': openMailbox('offer-declined', 'drop'),
  'call-opened': openMailbox('call-opened', 'keep-last'),
  'reminder-opened': openMailbox('reminder-opened', 'keep-last'),
  'away-changed': openMailbox('away-changed', 'drop'),
  'computer-woken': openMailbox('computer-woken', 'drop'),
  'quit-asked': openMailbox('quit-asked', 'drop'),
  'updates-changed': openMailbox('updates-changed', 'drop'),
};

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
    show: (shown) => ask('offers-show', shown),
    onAccepted: notices['offer-accepted'].listen,
    onDeclined: notices['offer-declined'].listen,
  },
  reminders: {
    show: (reminder) => ask('reminder-show', reminder),
    onOpened: notices['reminder-opened'].listen,
  },
  calls: { onOpened: notices['call-opened'].listen },
  power: {
    away: () => ask('power-away', undefined),
    onAwayChanged: notices['away-changed'].listen,
    onWoken: notices['computer-woken'].listen,
  },
  settings: {
    get: () => ask('settings-get', undefined),
    set: (change) => ask('settings-set', change),
  },
  shortcuts: {
    list: () => ask('shortcuts-list', undefined),
    set: (order) => ask('shortcuts-set', order),
    reset: () => ask('shortcuts-reset', undefined),
  },
  updates: {
    status: () => ask('updates-status', undefined),
    check: () => ask('updates-check', undefined),
    install: () => ask('updates-install', undefined),
    onChanged: notices['updates-changed'].listen,
  },
  news: {
    get: () => ask('news-get', undefined),
    read: () => ask('news-read', undefined),
  },
  log: {
    pageError: (error) => ask('log-page-error', error),
    show: () => ask('log-show', undefined),
    saveReport: () => ask('log-save-report', undefined),
  },
  app: {
    info: () => ask('app-info', undefined),
    setLanguage: (language) => ask('language-set', language),
    setAppearance: (appearance) => ask('appearance-set', appearance),
    quit: () => ask('app-quit', undefined),
    onQuitAsked: notices['quit-asked'].listen,
    quitQuestionShown: () => ask('app-quit-question-shown', undefined),
  },
};

contextBridge.exposeInMainWorld('desktop', bridge);
