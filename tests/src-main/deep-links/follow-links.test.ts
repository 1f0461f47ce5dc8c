import { EventEmitter } from 'node:events';
import { describe, expect, it } from 'vitest';
import { followLinks } from '../../../src-main/deep-links/follow-links.ts';

const callId = `call_${'a'.repeat(20)}`;
const link = `toritsugi://call/${callId}`;

/** The app, started with these arguments. */
function started(...argv: string[]) {
  const done: string[] = [];
  const app = Object.assign(new EventEmitter(), {
    isPackaged: false,
    setAsDefaultProtocolClient: () => true,
  });
  followLinks({
    app,
    argv,
    open: (call) => done.push(call),
    onUnusable: () => done.push('unusable'),
  });
  return { app, done };
}

describe('followLinks', () => {
  it('opens the call of a link that started the app, or came later', () => {
    const { app, done } = started('/opt/toritsugi', link);

    app.emit('second-instance', {}, ['/opt/toritsugi', link]);
    app.emit('open-url', { preventDefault: () => undefined }, link);

    expect(done).toEqual([callId, callId, callId]);
  });

  it('tells of a link that names no call, and opens nothing for it', () => {
    const { app, done } = started('/opt/toritsugi', 'toritsugi://call/../customers');

    app.emit('second-instance', {}, ['/opt/toritsugi', 'toritsugi://call/call_1']);
    app.emit('open-url', { preventDefault: () => undefined }, 'toritsugi://call/%E0%A4%A');

    expect(done).toEqual(['unusable', 'unusable', 'unusable']);
  });

  it('does nothing at a start without a link', () => {
    const { app, done } = started('/opt/toritsugi', '--hidden');

    app.emit('second-instance', {}, ['/opt/toritsugi']);

    expect(done).toEqual([]);
  });
});
