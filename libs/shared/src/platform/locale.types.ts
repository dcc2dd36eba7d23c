/** Languages of the product. Bahasa Indonesia comes first everywhere. */
export const locales = ['id', 'en'] as const;
export type Locale = (typeof locales)[number];

/** One wording per language. */
export type Wording = Readonly<Record<Locale, string>>;

/** The three zones of Indonesia: WIB, WITA, WIT. */
export const zones = ['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura'] as const;
export type Zone = (typeof zones)[number];

/** Milliseconds since 1970 UTC, or ISO text with its offset such as `2024-09-09T00:00:00Z`. */
export type Instant = number | string;
