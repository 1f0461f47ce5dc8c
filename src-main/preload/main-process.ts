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
} from '../ipc/contract/messages.ts';
import { createMailbox, type Mailbox } from './mailbox.ts';

/** Asks the main process. Rejects when it refuses. */
export async function ask<Name extends RequestName>(
  name: Name,
  body: RequestBodies[Name],
): Promise<RequestReplies[Name]> {
  return z.parse(replies[name].reply, await ipcRenderer.invoke(requestChannel, { name, body }));
}

/** Begins to receive one kind of what the main process tells this page. */
export function openMailbox<Name extends NoticeName>(
  name: Name,
  unheard: 'drop' | 'keep-last',
): Mailbox<NoticeBodies[Name]> {
  const mailbox = createMailbox<NoticeBodies[Name]>(bodies[name], unheard);
  ipcRenderer.on(noticeChannel(name), (_event, body: unknown) => mailbox.deliver(body));
  return mailbox;
}

const replies: { readonly [Name in RequestName]: { readonly reply: z.core.$ZodType<RequestReplies[Name]> } } =
  requests;

const bodies: { readonly [Name in NoticeName]: z.core.$ZodType<NoticeBodies[Name]> } = notices;
