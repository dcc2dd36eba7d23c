/** What a state means: green, amber, red, blue and purple are used for nothing else; gold is achievement. */
export type Tone = 'neutral' | 'ok' | 'warn' | 'bad' | 'info' | 'gold' | 'past';
