/** Style of the public page: the tokens of the product, nothing loaded, both themes, print. */
export const pageStyle = `
:root{--ink:#0f1b2d;--text:#1f2a3a;--muted:#55616f;--line:#e1e7ee;--control:#75828f;--surface:#fff;--canvas:#f5f7fa;--primary:#0b5fa5;--on:#fff;--gold:#8a5a00;
--ok:#17683d;--ok-soft:#e4f4ea;--bad:#a8221b;--bad-soft:#fbe8e6;--warn:#7a4f00;--warn-soft:#fff1d6;--past:#5a4b7c;--past-soft:#efeaf7;--none:#55616f;--none-soft:#eef2f6}
@media (prefers-color-scheme:dark){:root{--ink:#f2f6fb;--text:#dde5ee;--muted:#a3b0bf;--line:#2a3746;--control:#8795a5;--surface:#16202c;--canvas:#0e161f;--primary:#7db8ee;--on:#06233c;--gold:#f3c14b;
--ok:#7fd6a3;--ok-soft:#143324;--bad:#ff9d94;--bad-soft:#43201d;--warn:#f2c36b;--warn-soft:#3a2c10;--past:#c3b3ea;--past-soft:#2a2340;--none:#a3b0bf;--none-soft:#111b26}}
*{box-sizing:border-box}body{margin:0;background:var(--canvas);color:var(--text);font:400 16px/1.5 "Public Sans",system-ui,-apple-system,"Segoe UI",Roboto,sans-serif;font-variant-numeric:tabular-nums}
h1,h2,p{margin:0}h1,h2{color:var(--ink);line-height:1.25;font-weight:650}h1{font-size:22px}h2{font-size:18px;margin-top:8px}a{color:var(--primary)}
:focus-visible{outline:3px solid var(--primary);outline-offset:2px;border-radius:6px}
.top{display:flex;align-items:center;min-height:56px;padding:0 8px 0 16px;background:var(--surface);border-bottom:1px solid var(--line)}.home{display:flex;gap:8px;align-items:center;min-height:44px;color:var(--ink);text-decoration:none}
.mark{width:28px;height:28px;fill:none;stroke:var(--primary);stroke-width:3;stroke-linecap:round;stroke-linejoin:round}.mark circle{fill:var(--gold);stroke:none}
nav{margin-left:auto;display:flex;font-size:14px;font-weight:600}nav>*{display:grid;place-items:center;width:44px;height:44px;text-decoration:none}nav b{color:var(--ink);box-shadow:inset 0 -2px var(--primary)}
main{max-width:560px;margin:0 auto}.state{padding:32px 24px;text-align:center;color:var(--fg);background:var(--bg);border-bottom:3px solid var(--fg)}.state h1{color:inherit;margin:12px 0 8px}.state p{color:var(--text);text-wrap:balance;overflow-wrap:anywhere}.state .when{margin-top:8px;font-size:14px}
.ok{--fg:var(--ok);--bg:var(--ok-soft)}.bad{--fg:var(--bad);--bg:var(--bad-soft)}.warn{--fg:var(--warn);--bg:var(--warn-soft)}.past{--fg:var(--past);--bg:var(--past-soft)}.none{--fg:var(--none);--bg:var(--none-soft)}
.seal{width:80px;height:80px;display:block;margin:0 auto;fill:none;stroke:currentColor;stroke-width:3;stroke-linecap:round;stroke-linejoin:round}.seal circle{fill:currentColor}.seal g{stroke:var(--bg)}
.body{padding:16px 16px 32px;display:grid;gap:16px}.card{background:var(--surface);border:1px solid var(--line);border-radius:16px;padding:4px 20px;margin:0;list-style:none;box-shadow:0 1px 2px rgba(15,27,45,.06)}
.checks li{display:flex;gap:12px;padding:14px 0;font-size:14px;color:var(--muted);line-height:1.4}.checks li+li,.facts div+div{border-top:1px solid var(--line)}.checks strong{display:block;font-size:16px;font-weight:600;color:var(--ink)}
.icon{width:32px;height:32px;flex:none;padding:7px;border-radius:50%;background:var(--bg);fill:none;stroke:var(--fg);stroke-width:2.5;stroke-linecap:round;stroke-linejoin:round;margin-top:4px}
.facts div{padding:12px 0}.facts dt{font-size:14px;color:var(--muted)}.facts dd{margin:0;color:var(--ink);overflow-wrap:anywhere}.void dd{color:var(--muted)}.mean{padding:16px 20px;display:grid;gap:8px}.mean h2{margin:0}
form.card{padding:20px}.hint{font-size:14px;color:var(--muted);margin-bottom:8px}input[name=code]{width:100%;min-height:48px;border:1px solid var(--control);border-radius:10px;padding:0 12px;font:inherit;background:var(--surface);color:var(--text)}
button{margin-top:12px;width:100%;min-height:48px;border:0;border-radius:10px;background:var(--primary);color:var(--on);font:600 16px/1 inherit;font-family:inherit;cursor:pointer}
@media print{body{background:#fff}form,nav{display:none}.card{break-inside:avoid;box-shadow:none}}`;
