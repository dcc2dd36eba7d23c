/**
 * A failure that the person at the keyboard can put right. It is told in plain words, Indonesian first and
 * English second, without a stack trace.
 */
export class PlainError extends Error {
  /** @param {string} indonesian @param {string} english @param {{ code?: string, cause?: unknown }} [detail] */
  constructor(indonesian, english, { code, cause } = {}) {
    super(`${indonesian}\n${english}`, { cause });
    this.name = 'PlainError';
    this.code = code;
  }
}

/** The text to print for any failure: plain words for a plain error, the stack for everything else (a bug). */
export function wording(error) {
  if (error instanceof PlainError) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

/** Runs a command's main function; prints a failure in plain words and leaves with a non-zero code. */
export async function runMain(main) {
  try {
    process.exitCode = (await main()) ?? process.exitCode ?? 0;
  } catch (error) {
    console.error(`\n${wording(error)}\n`);
    process.exitCode = 1;
  }
}
