import './zod-without-eval.ts';
import { contextBridge } from 'electron';
import type { AlertBridge } from '../ipc/contract/bridges.ts';
import { ask, openMailbox } from './main-process.ts';

const changes = openMailbox('alert-changed', 'keep-last');

const bridge: AlertBridge = {
  onChanged: changes.listen,
  drawn: () => ask('alert-drawn', undefined),
  accept: (offerId) => ask('alert-accept', offerId),
  decline: (offerId, reason) => ask('alert-decline', { offerId, reason }),
};

contextBridge.exposeInMainWorld('alertWindow', bridge);
