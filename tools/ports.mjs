import { createServer } from 'node:net';
import { PlainError } from './plain-error.mjs';

/** Listens once on host:port and lets go again. Resolves to the port that was bound. */
function tryPort(port, host) {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen({ port, host, exclusive: true }, () => {
      const { port: bound } = probe.address();
      probe.close(() => resolve(bound));
    });
  });
}

/** A port that nobody uses at this moment; the caller must be ready to try another one if it is taken meanwhile. */
export const freePort = (host = '127.0.0.1') => tryPort(0, host);

/** Refuses in plain words when the web port cannot be used, before anything slow has started. */
export async function requireFreePort(port, host) {
  if (!Number.isInteger(port) || port < 0 || port > 65535) {
    throw new PlainError(
      `PORT harus berupa angka 1–65535, bukan "${process.env.PORT}".`,
      `PORT must be a number from 1 to 65535, not "${process.env.PORT}".`,
      { code: 'port.invalid' },
    );
  }
  try {
    await tryPort(port, host);
  } catch (error) {
    throw portProblem(error, port, host);
  }
}

function portProblem(error, port, host) {
  switch (error.code) {
    case 'EADDRINUSE':
      return new PlainError(
        `Port ${port} sedang dipakai program lain. Hentikan program itu, atau pilih port lain: PORT=${port + 1} npm start`,
        `Port ${port} is already in use. Stop that program, or choose another port: PORT=${port + 1} npm start`,
        { code: 'port.taken', cause: error },
      );
    case 'EACCES':
      return new PlainError(
        `Port ${port} tidak boleh dipakai oleh pengguna ini (port di bawah 1024 memerlukan hak khusus). Contoh: PORT=3000 npm start`,
        `This user may not use port ${port} (ports below 1024 need privileges). For example: PORT=3000 npm start`,
        { code: 'port.forbidden', cause: error },
      );
    default:
      return new PlainError(
        `Alamat ${host}:${port} tidak dapat dipakai (${error.code}). Periksa HOST dan PORT.`,
        `The address ${host}:${port} cannot be used (${error.code}). Check HOST and PORT.`,
        { code: 'port.unusable', cause: error },
      );
  }
}
