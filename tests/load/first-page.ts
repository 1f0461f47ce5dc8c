import { once } from 'node:events';
import WebSocket from 'ws';
import { z } from 'zod';

const messageSchema = z.object({
  id: z.number().optional(),
  method: z.string().optional(),
  params: z.looseObject({ targetInfo: z.object({ targetId: z.string(), type: z.string() }) }).optional(),
  result: z.looseObject({ sessionId: z.string().optional() }).optional(),
});
type Message = z.infer<typeof messageSchema>;

const typedSchema = z.object({ result: z.object({ value: z.string() }) });

/** The first page of a program with an open debugging port, through that port alone: a driver's own work would be measured, too. */
export interface FirstPage extends Disposable {
  /** Types into the first field that matches, once it is there and takes the focus. */
  type(selector: string, text: string): Promise<void>;
}

/** `address`: what Chromium prints after "DevTools listening on". */
export async function openFirstPage(address: string): Promise<FirstPage> {
  const socket = new WebSocket(address);
  await once(socket, 'open');
  const heard = (matches: (message: Message) => boolean): Promise<Message> =>
    new Promise((resolve) => {
      const listen = (data: WebSocket.RawData): void => {
        const message = messageSchema.parse(JSON.parse(String(data)));
        if (!matches(message)) return;
        socket.off('message', listen);
        resolve(message);
      };
      socket.on('message', listen);
    });
  let asked = 0;
  const ask = (method: string, params: object, sessionId?: string): Promise<Message> => {
    asked += 1;
    const id = asked;
    const answered = heard((message) => message.id === id);
    socket.send(JSON.stringify({ id, method, params, sessionId }));
    return answered;
  };

  const created = heard(({ params }) => params?.targetInfo.type === 'page');
  await ask('Target.setDiscoverTargets', { discover: true });
  const targetId = (await created).params?.targetInfo.targetId;
  const sessionId = (await ask('Target.attachToTarget', { targetId, flatten: true })).result?.sessionId;
  const evaluate = async (expression: string): Promise<string> => {
    const { result } = await ask('Runtime.evaluate', { expression, awaitPromise: true }, sessionId);
    return typedSchema.safeParse(result).data?.result.value ?? '';
  };

  return {
    async type(selector, text) {
      // The empty page before the first one goes away under the question.
      while ((await evaluate(focusing(selector))) !== 'focused');
      await ask('Input.insertText', { text }, sessionId);
      const typed = await evaluate(`document.querySelector('${selector}').value`);
      if (typed !== text) throw new Error(`the field has ${JSON.stringify(typed)}`);
    },
    [Symbol.dispose]: () => socket.close(),
  };
}

function focusing(selector: string): string {
  return `new Promise((resolve) => {
    const look = () => {
      const field = document.querySelector('${selector}');
      field?.focus();
      if (field !== null && document.activeElement === field) resolve('focused');
      else setTimeout(look, 5);
    };
    look();
  })`;
}
