import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createMailbox } from '../../../src-main/preload/mailbox.ts';

describe('createMailbox', () => {
  it('gives a notice to everybody who listens', () => {
    const mailbox = createMailbox(z.string(), 'drop');
    const heard: string[] = [];
    mailbox.listen((body) => heard.push(`a ${body}`));
    mailbox.listen((body) => heard.push(`b ${body}`));

    mailbox.deliver('x');

    expect(heard).toEqual(['a x', 'b x']);
  });

  it('is silent to a listener who has stopped', () => {
    const mailbox = createMailbox(z.string(), 'drop');
    const heard: string[] = [];
    const stop = mailbox.listen((body) => heard.push(body));

    stop();
    mailbox.deliver('x');

    expect(heard).toEqual([]);
  });

  it('keeps one ear open when the same function listened twice and stopped once', () => {
    const mailbox = createMailbox(z.string(), 'drop');
    const heard: string[] = [];
    const listener = (body: string): void => void heard.push(body);
    const stop = mailbox.listen(listener);
    mailbox.listen(listener);

    stop();
    mailbox.deliver('x');

    expect(heard).toEqual(['x']);
  });

  it('drops what nobody heard, so that an old mute does not strike a later call', () => {
    const mailbox = createMailbox(z.string(), 'drop');
    const heard: string[] = [];
    mailbox.deliver('x');

    mailbox.listen((body) => heard.push(body));

    expect(heard).toEqual([]);
  });

  it('keeps the last link for the first who listens, once', () => {
    const mailbox = createMailbox(z.string(), 'keep-last');
    const heard: string[] = [];
    mailbox.deliver('x');
    mailbox.deliver('y');

    mailbox.listen((body) => heard.push(`a ${body}`));
    mailbox.listen((body) => heard.push(`b ${body}`));

    expect(heard).toEqual(['a y']);
  });

  it('lets nothing malformed through', () => {
    const mailbox = createMailbox(z.string(), 'drop');
    const heard: string[] = [];
    mailbox.listen((body) => heard.push(body));

    expect(() => mailbox.deliver(3)).toThrow();

    expect(heard).toEqual([]);
  });
});
