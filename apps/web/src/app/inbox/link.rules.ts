/** The path inside this program that an address leads to, or null when it leads elsewhere. */
export function innerPath(link: string, origin: string): string | null {
  if (!URL.canParse(link, origin)) return null;
  const address = new URL(link, origin);
  return address.origin === origin ? `${address.pathname}${address.search}` : null;
}
