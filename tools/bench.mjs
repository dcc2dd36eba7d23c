// `npm run bench -- NAME… [--n N]`: one JSON line per figure on stdout and nothing else there; progress goes to stderr.
import { existsSync } from 'node:fs';
import { PlainError, runMain } from './plain-error.mjs';
import { inProject } from './project.mjs';

const LIMIT_MS = 5 * 60 * 1000;

async function main() {
  const { names, n } = readArguments(process.argv.slice(2));
  for (const name of names) {
    console.error(`# ${name}`);
    await withinLimit(name, () => runBench(name, n));
  }
  return 0;
}

function readArguments(words) {
  const at = words.findIndex((word) => word === '--n' || word.startsWith('--n='));
  const inOne = at >= 0 && words[at].startsWith('--n=');
  const n = at < 0 ? undefined : Number(inOne ? words[at].slice(4) : words[at + 1]);
  const names = at < 0 ? words : [...words.slice(0, at), ...words.slice(at + (inOne ? 1 : 2))];
  if (names.length === 0 || (n !== undefined && !(Number.isInteger(n) && n > 0))) throw usage();
  return { names, n };
}

const usage = () =>
  new PlainError(
    'Pemakaian: npm run bench -- NAMA… [--n JUMLAH]',
    'Usage: npm run bench -- NAME… [--n COUNT]',
    { code: 'bench.usage' },
  );

async function runBench(name, n) {
  const file = inProject('tools', 'bench', `${name}.mjs`);
  if (!/^[a-z][a-z-]*$/.test(name) || !existsSync(file)) {
    throw new PlainError(`Tidak ada tolok ukur bernama ${name}.`, `There is no benchmark called ${name}.`, {
      code: 'bench.unknown',
    });
  }
  const { run } = await import(file);
  for await (const figure of await run({ n })) process.stdout.write(`${JSON.stringify(figure)}\n`);
}

/** A benchmark that does not end says so instead of holding up whoever waits for it. */
async function withinLimit(name, work) {
  const timer = setTimeout(() => {
    console.error(`# ${name}: lebih dari 5 menit, dihentikan · more than 5 minutes, stopped`);
    process.exit(1);
  }, LIMIT_MS);
  try {
    await work();
  } finally {
    clearTimeout(timer);
  }
}

await runMain(main);
