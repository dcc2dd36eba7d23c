import { registerDecorator, type ValidationOptions } from 'class-validator';

/** A calendar date `YYYY-MM-DD` that exists. */
export function IsDateOnly(options?: ValidationOptions) {
  return property('isDateOnly', isDateOnly, options);
}

/** A local date and time `YYYY-MM-DDTHH:MM` whose date exists; its zone is another field. */
export function IsLocalDateTime(options?: ValidationOptions) {
  return property('isLocalDateTime', (value) => typeof value === 'string' && /T([01]\d|2[0-3]):[0-5]\d$/.test(value) && isDateOnly(value.slice(0, -6)), options);
}

function isDateOnly(value: unknown): boolean {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const time = Date.parse(`${value}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(value);
}

function property(name: string, validate: (value: unknown) => boolean, options?: ValidationOptions) {
  return (target: object, propertyName: string): void => {
    registerDecorator({ name, target: target.constructor, propertyName, options: options ?? {}, validator: { validate, defaultMessage: () => name } });
  };
}
