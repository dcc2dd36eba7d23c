type Json = Readonly<Record<string, unknown>>;

/** The description as a page for people: plain HTML, no script. */
export function drawReference(document: Json): string {
  const paths = document['paths'] as Record<string, Record<string, Json>>;
  const operations = Object.entries(paths).flatMap(([path, methods]) => Object.entries(methods).map(([method, operation]) => ({ path, method, operation })));
  const tags = [...new Set(operations.map(({ operation }) => (operation['tags'] as string[])[0] ?? ''))].sort();
  const sections = tags.map((tag) => `<section><h2 id="${escape(tag)}">${escape(tag)}</h2>${operations.filter(({ operation }) => (operation['tags'] as string[])[0] === tag).map(line).join('')}</section>`);
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>Jenjang API</title><style>${style}</style></head>
<body><header><h1>Jenjang API</h1><p>Machine-readable: <a href="/api/openapi.json">/api/openapi.json</a>. Errors are <code>application/problem+json</code> with a stable <code>code</code>.</p>
<nav>${tags.map((tag) => `<a href="#${escape(tag)}">${escape(tag)}</a>`).join(' ')}</nav></header><main>${sections.join('')}</main></body></html>`;
}

function line({ path, method, operation }: { path: string; method: string; operation: Json }): string {
  const body = JSON.stringify((operation['requestBody'] as Json | undefined)?.['content'] ?? null);
  const request = /schemas\/(\w+)/.exec(body)?.[1];
  return `<article><p><b class="${escape(method)}">${escape(method.toUpperCase())}</b> <code>${escape(path)}</code></p><p class="muted">${escape(String(operation['x-permission']))}${request ? ` · body ${escape(request)}` : ''}</p></article>`;
}

function escape(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${String(character.charCodeAt(0))};`);
}

const style = `body{font:16px/1.5 system-ui,sans-serif;color:#1f2a3a;background:#f5f7fa;margin:0}header{background:#083f73;color:#fff;padding:24px}header a{color:#fff;margin-right:12px}
main{max-width:960px;margin:auto;padding:16px}article{background:#fff;border:1px solid #e1e7ee;border-radius:10px;padding:8px 16px;margin:8px 0}article p{margin:4px 0;overflow-wrap:anywhere}.muted{color:#55616f}b{display:inline-block;min-width:64px;color:#0b5fa5}b.delete{color:#a8221b}`;
