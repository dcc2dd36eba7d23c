/** For `@Transform`: text without the blanks around it, so that blanks alone are no name. Anything else is left to the checks. */
export function trimmed({ value }: { value: unknown }): unknown {
  return typeof value === 'string' ? value.trim() : value;
}
