// A crowd of keep-alive connections, each of which sends its next request when the last one is answered. Written on
// bare sockets, so that little of the machine goes into asking.
import { connect } from 'node:net';

/**
 * Sends every request once.
 * @param {string} url of the server
 * @param {number} connections
 * @param {(n: number) => { path: string, cookie: string, body: object } | null} requestOf the n-th request, null when there are no more
 * @returns {Promise<{ seconds: number, times: number[], answers: { status: number, body: string }[] }>} times in ms
 */
export async function sendAll(url, connections, requestOf) {
  const crowd = {
    host: new URL(url).hostname,
    port: Number(new URL(url).port),
    next: 0,
    times: [],
    answers: [],
    requestOf,
  };
  const began = performance.now();
  await Promise.all(Array.from({ length: connections }, () => askInTurn(crowd)));
  return { seconds: (performance.now() - began) / 1000, times: crowd.times, answers: crowd.answers };
}

/** One connection, until there is nothing left to ask. */
async function askInTurn(crowd) {
  const socket = connect({ host: crowd.host, port: crowd.port, noDelay: true });
  socket.setEncoding('latin1');
  for (let n = crowd.next++, request; (request = crowd.requestOf(n)) !== null; n = crowd.next++) {
    const at = performance.now();
    crowd.answers[n] = await answerTo(socket, textOf(request, crowd.host));
    crowd.times.push(performance.now() - at);
  }
  socket.end();
}

function textOf({ path, cookie, body }, host) {
  const text = JSON.stringify(body);
  return `POST ${path} HTTP/1.1\r\nHost: ${host}\r\nContent-Type: application/json\r\nContent-Length: ${Buffer.byteLength(text)}\r\nCookie: ${cookie}\r\n\r\n${text}`;
}

/** Answers are short and come with their length. */
function answerTo(socket, request) {
  return new Promise((resolve, reject) => {
    let text = '';
    const hear = (chunk) => {
      text += chunk;
      const head = text.indexOf('\r\n\r\n');
      const length = head < 0 ? null : /^content-length: (\d+)/im.exec(text.slice(0, head));
      if (!length || text.length < head + 4 + Number(length[1])) return;
      socket.off('data', hear);
      socket.off('error', reject);
      resolve({ status: Number(text.slice(9, 12)), body: text.slice(head + 4) });
    };
    socket.on('data', hear);
    socket.once('error', reject);
    socket.write(request);
  });
}
