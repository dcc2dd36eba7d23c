import type { CookieOptions, Request, Response } from 'express';

const NAME = 'jenjang_sign_in';

/** The sign-in token that a browser sent, or null. */
export function cookieOf(request: Request): string | null {
  const found = (request.get('cookie') ?? '').split(';').map((part) => part.trim()).find((part) => part.startsWith(`${NAME}=`));
  const token = found?.slice(NAME.length + 1);
  return token && /^[\w-]{20,100}$/.test(token) ? token : null;
}

export function setCookie(response: Response, token: string, secure: boolean): void {
  response.cookie(NAME, token, options(secure));
}

export function clearCookie(response: Response, secure: boolean): void {
  response.clearCookie(NAME, options(secure));
}

function options(secure: boolean): CookieOptions {
  return { httpOnly: true, sameSite: 'lax', path: '/', secure };
}
