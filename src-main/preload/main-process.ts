import { ipcRenderer } from 'electron';
import { z } from 'zod';
import {
  type NoticeBodies,
  type NoticeName,
  noticeChannel,
  notices,
  type RequestBodies,
  type RequestName,
  type RequestReplies,
  requestChannel,
  requests,
} from '../ipc/contract.ts';
import { createMailbox, type Mailbox } from './mailbox.ts';

type Mailboxes = { readonly [Name in NoticeName]: Mailbox<NoticeBodies[Name]> };

/** Asks the main process. Rejects when it refuses. */
export async function ask<Name extends RequestName>(
  name: Name,
  body: RequestBodies[Name],
): Promise<RequestReplies[Name]> {
  return replies[name].reply.parse(await ipcRenderer.invoke(requestChannel, { name, body }));
}

/** Begins to receive what the main process tells this page. */
export function receiveNotices(): Mailboxes {
  const mailboxes: Mailboxes = {
    'presence-chosen': createMailbox(notices['presence-chosen'], 'drop'),
    'mute-toggled': createMailbox(notices['mute-toggled'], 'drop'),
    'sign-out-chosen': createMailbox(notices['sign-out-chosen'], 'drop'),
    'offer-accepted': createMailbox(notices['offer-accepted'], 'drop'),
    'offer-declined': createMailbox(notices['offer-declined'], 'drop'),
    'call-opened': createMailbox(notices['call-opened'], 'keep-last'),
  };
  ipcRenderer.on(noticeChannel, (_event, envelope: unknown) => {
    const { name, body } = envelopeSchema.parse(envelope);
    mailboxes[name].deliver(body);
  });
  return mailboxes;
}

const replies: { readonly [Name in RequestName]: { readonly reply: z.ZodType<RequestReplies[Name]> } } =
  requests;

const noticeNames: ReadonlySet<unknown> = new Set(Object.keys(notices));
const envelopeSchema = z.object({
  name: z.custom<NoticeName>((name) => noticeNames.has(name)),
  body: z.unknown(),
});
