/** Where somebody goes whose link does not work: to sign in, to the organiser, or once more. */
export type WelcomeEnd = 'signIn' | 'organiser' | 'again';

const ends: Readonly<Record<string, WelcomeEnd>> = {
  'link.used': 'signIn',
  'welcome.known': 'signIn',
  'welcome.unknown': 'organiser',
  'welcome.expired': 'organiser',
  'welcome.paused': 'organiser',
  'welcome.incomplete': 'organiser',
};

/** What the code of a problem leads to; anything that is not about the link itself can be tried again. */
export function endsIn(code: string): WelcomeEnd {
  return Object.hasOwn(ends, code) ? (ends[code] ?? 'again') : 'again';
}

/** Whether a problem is to be corrected on the first screen. */
export function isAboutProof({
  code,
  errors,
}: {
  readonly code: string;
  readonly errors: readonly { readonly path: string }[];
}): boolean {
  return (
    code === 'welcome.wrong' || errors.some(({ path }) => ['nip', 'lastWord', 'birthDate'].includes(path))
  );
}
