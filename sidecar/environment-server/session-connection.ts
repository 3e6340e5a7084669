import type { WSContext, WSEvents } from 'hono/ws';
import type { EnvironmentLimits } from './dependencies.ts';
import type { OpenEnvironmentSession } from './open-environment-session.ts';
import type { SessionReply } from './session-contract.ts';

/** Normal closure and "too much at a time". Source: RFC 6455, section 7.4.1. */
const closeCodes = { normal: 1000, tooMuch: 1008 } as const;

/**
 * The life of one connection: messages are answered one at a time, in order, and what is under way ends with it. A client that
 * sends on without waiting for replies is disconnected, so that nothing piles up.
 */
export function answersInOrder(
  createSession: (signal: AbortSignal) => OpenEnvironmentSession,
  { messages }: Pick<EnvironmentLimits, 'messages'>,
): WSEvents {
  const connection = new AbortController();
  const session = createSession(connection.signal);
  let waiting = 0;
  let last: Promise<void> = Promise.resolve();

  const reply = async (message: string, socket: WSContext) => {
    if (connection.signal.aborted) return;
    const answer: SessionReply | undefined = await session.answer(message);
    waiting -= 1;
    if (connection.signal.aborted) return;
    if (answer === undefined) socket.close(closeCodes.normal);
    else socket.send(JSON.stringify(answer));
  };

  return {
    onMessage({ data }, socket) {
      if (typeof data !== 'string') return socket.close(closeCodes.tooMuch, 'send JSON as text');
      if (waiting >= messages) return socket.close(closeCodes.tooMuch, 'wait for the replies');
      waiting += 1;
      last = last.then(() => reply(data, socket));
    },
    onClose() {
      connection.abort(new DOMException('The connection is closed.', 'AbortError'));
    },
  };
}
