/** Injection token of the process configuration. */
export const CONFIG = Symbol('CONFIG');
/** Injection token of the log. */
export const LOG = Symbol('LOG');
