import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { SMTPServer, type SMTPServerSession } from 'smtp-server';

/** A mail as the server got it. */
export interface ReceivedMail {
  readonly to: string;
  readonly raw: string;
  /** Headers and body without the folds and escapes of quoted-printable. */
  readonly text: string;
  readonly messageId: string;
}

/** How the server behaves towards an address. */
export type Manner = 'take' | 'refuse' | 'later' | 'drop' | 'takeThenDrop' | 'never';

/** A real SMTP server on loopback. */
export interface Postman {
  readonly url: string;
  readonly mails: ReceivedMail[];
  /** Decides for each recipient; takes everything by default. */
  manner: (to: string) => Manner;
  /** What happens when a mail has arrived, before the server says so. */
  onMail: (mail: ReceivedMail) => void | Promise<void>;
  to(address: string): ReceivedMail[];
  close(): Promise<void>;
}

/** Starts it on a free port. */
export async function aPostman(): Promise<Postman> {
  const sockets = new Set<Socket>();
  const postman: Omit<Postman, 'url' | 'close'> & { url: string } = {
    url: '', mails: [], manner: () => 'take', onMail: () => undefined, to: (address) => postman.mails.filter((mail) => mail.to === address),
  };
  const server = new SMTPServer({
    authOptional: true, disabledCommands: ['STARTTLS'], closeTimeout: 100,
    onRcptTo: ({ address }, _session, done) => {
      const manner = postman.manner(address);
      if (manner === 'refuse') done(Object.assign(new Error('5.1.1 no such mailbox'), { responseCode: 550 }));
      else if (manner === 'later') done(Object.assign(new Error('4.2.2 mailbox busy'), { responseCode: 451 }));
      else if (manner !== 'never') done();
    },
    onData: (stream, session, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => { void arrive(Buffer.concat(chunks).toString(), session).then((answer) => { if (answer) done(); }); });
    },
  });
  const arrive = async (raw: string, { envelope }: SMTPServerSession): Promise<boolean> => {
    const to = envelope.rcptTo[0]!.address;
    const manner = postman.manner(to);
    const mail = mailOf(to, raw);
    if (manner !== 'drop') postman.mails.push(mail);
    if (manner !== 'drop') await postman.onMail(mail);
    if (manner !== 'drop' && manner !== 'takeThenDrop') return true;
    sockets.forEach((socket) => socket.destroy());
    return false;
  };
  server.on('error', () => undefined);
  server.server.on('connection', (socket: Socket) => { sockets.add(socket); socket.on('close', () => sockets.delete(socket)); });
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', () => { resolve(); }); });
  postman.url = `smtp://127.0.0.1:${String((server.server.address() as { port: number }).port)}`;
  return Object.assign(postman, { close: () => new Promise<void>((resolve) => { sockets.forEach((socket) => socket.destroy()); server.close(() => { resolve(); }); }) });
}

function mailOf(to: string, raw: string): ReceivedMail {
  const text = Buffer.from(raw.replace(/=\r\n/g, '').replace(/=([0-9A-F]{2})/g, (_match, hex: string) => String.fromCharCode(parseInt(hex, 16))), 'latin1').toString();
  return { to, raw, text, messageId: /^Message-ID: (<[^>]+>)/im.exec(raw)?.[1] ?? '' };
}

/** A WhatsApp gateway on loopback that behaves as it is told. */
export interface Gateway {
  readonly url: string;
  readonly taken: { id: string; to: string; text: string; authorization: string; key: string }[];
  answer: (response: ServerResponse, nth: number) => void;
  close(): Promise<void>;
}

export async function aGateway(): Promise<Gateway> {
  const gateway: Omit<Gateway, 'url' | 'close'> & { url: string } = {
    url: '', taken: [],
    answer: (response, nth) => { response.writeHead(202, { 'content-type': 'application/json' }).end(JSON.stringify({ id: `gw-${String(nth)}-${String(Math.random())}` })); },
  };
  const server: Server = createServer((request, response) => { void bodyOf(request).then((body) => {
    gateway.taken.push({ ...(JSON.parse(body) as { id: string; to: string; text: string }), authorization: request.headers.authorization ?? '', key: String(request.headers['idempotency-key']) });
    gateway.answer(response, gateway.taken.length);
  }); });
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', () => { resolve(); }); });
  gateway.url = `http://127.0.0.1:${String((server.address() as { port: number }).port)}/messages`;
  return Object.assign(gateway, { close: () => new Promise<void>((resolve) => { server.closeAllConnections(); server.close(() => { resolve(); }); }) });
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return text;
}

/** Waits for something to come about, and fails when it does not. */
export async function until(reached: () => boolean | Promise<boolean>, seconds = 10): Promise<void> {
  for (let n = 0; n < seconds * 40; n += 1) {
    if (await reached()) return;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error('did not come about');
}
