import { escapeHtml, htmlOf, type Locale } from '@jenjang/shared';

const footer: Readonly<Record<Locale, string>> = {
  id: 'Surel ini dikirim otomatis oleh Jenjang. Atur cara pemberitahuan di halaman profil Anda.',
  en: 'This mail was sent by Jenjang. Choose how you are told on your profile page.',
};

/** A plain text as a simple HTML mail. Nothing of the text can become markup. */
export function mailHtml(subject: string, body: string, locale: Locale, publicUrl: string): string {
  return `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeHtml(subject)}</title></head>
<body style="margin:0;background:#f3f5f8;color:#1a2433;font:16px/1.5 'Public Sans',Arial,sans-serif">
<div style="max-width:600px;margin:0 auto;padding:24px">
<p style="margin:0 0 16px;font-weight:700;color:#0f2747">Jenjang</p>
<div style="background:#fff;border:1px solid #dde3ec;border-radius:8px;padding:24px">
${htmlOf(body)}
</div>
<p style="margin:16px 0 0;font-size:13px;color:#5b6778">${escapeHtml(footer[locale])} <a href="${escapeHtml(publicUrl)}/profil" style="color:#5b6778">${escapeHtml(publicUrl)}</a></p>
</div></body></html>`;
}
