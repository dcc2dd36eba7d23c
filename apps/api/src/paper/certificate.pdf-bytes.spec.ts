import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import type { CertificateSnapshot } from '@jenjang/shared';
import { renderCertificate } from './certificate.pdf.js';
import { aSnapshot, aSnapshotFor } from './certificate.pdf-snapshot.builder.js';

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

describe('the bytes', () => {
  it('are the same for the same snapshot and differ for another', async () => {
    const first = sha256(await renderCertificate(aSnapshot()));
    await renderCertificate(aSnapshotFor({ name: 'Embun\u00a0Ḥ' }));
    expect(sha256(await renderCertificate(aSnapshot()))).toBe(first);
    expect(sha256(await renderCertificate(aSnapshotFor({ name: 'Arga Embun' })))).not.toBe(first);
  });

  it('are the same in another process, in another time zone, after other work', async () => {
    expect(hashInAnotherProcess(aSnapshot())).toBe(sha256(await renderCertificate(aSnapshot())));
  });

  it('are the same when many are drawn at once', async () => {
    const names = Array.from({ length: 8 }, (_, at) => `Arga ${at}`);
    const alone: string[] = [];
    for (const name of names) alone.push(sha256(await renderCertificate(aSnapshotFor({ name }))));
    const together = await Promise.all(names.map((name) => renderCertificate(aSnapshotFor({ name }))));
    expect(together.map(sha256)).toEqual(alone);
  });
});

function hashInAnotherProcess(snapshot: CertificateSnapshot): string {
  // Node strips the types itself; only the `.js` of relative imports must be turned back.
  const script = `
    import 'reflect-metadata';
    import { registerHooks } from 'node:module';
    import { createHash } from 'node:crypto';
    registerHooks({ resolve: (name, context, next) =>
      next(context.parentURL?.endsWith('.ts') && name.startsWith('.') ? name.replace(/\\.js$/, '.ts') : name, context) });
    const { renderCertificate } = await import(${JSON.stringify(new URL('./certificate.pdf.ts', import.meta.url).href)});
    const snapshot = ${JSON.stringify(snapshot)};
    await renderCertificate({ ...snapshot, heading: 'ﬁ ½ Ḥ', number: '1' });
    console.log(createHash('sha256').update(await renderCertificate(snapshot)).digest('hex'));`;
  return execFileSync(
    process.execPath,
    ['--input-type=module', '--disable-warning=ExperimentalWarning', '-e', script],
    {
      cwd: import.meta.dirname,
      encoding: 'utf8',
      env: { ...process.env, TZ: 'Pacific/Kiritimati', NODE_OPTIONS: '' },
    },
  ).trim();
}
