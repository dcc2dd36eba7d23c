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
  const { hostname, port } = new URL(url);
  const answers = [];
  const times = [];
  let next = 0;
  const began = performance.now();
  const one = () =>
    new Promise((resolve, reject) => {
      const socket = connect({ host: hostname, port: Number(port), noDelay: true });
      let at = 0;
      let text = '';
      let asked = -1;
      const ask = () => {
        asked = next++;
        const request = requestOf(asked);
        if (request === null) return socket.end(resolve);
        const body = JSON.stringify(request.body);
        at = performance.now();
        text = '';
        socket.write(
          `POST ${request.path} HTTP/1.1\r\nHost: ${hostname}\r\nContent-Type: application/json\r\nContent-Length: ${Buffer.byteLength(body)}\r\nCookie: ${request.cookie}\r\n\r\n${body}`,
        );
      };
      socket.setEncoding('latin1');
      socket.on('connect', ask);
      socket.on('error', reject);
      socket.on('data', (chunk) => {
        text += chunk;
        const head = text.indexOf('\r\n\r\n');
        const length = head < 0 ? null : /^content-length: (\d+)/im.exec(text.slice(0, head));
        if (!length || text.length < head + 4 + Number(length[1])) return;
        times.push(performance.now() - at);
        answers[asked] = { status: Number(text.slice(9, 12)), body: text.slice(head + 4) };
        ask();
      });
    });
  await Promise.all(Array.from({ length: connections }, one));
  return { seconds: (performance.now() - began) / 1000, times, answers };
}
