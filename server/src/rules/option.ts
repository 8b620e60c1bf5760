// Options: what a house may set on a rule. One value each gives settings, schema, documentation and checking.
import type { GenericSchema } from 'valibot';

export interface Option<T> {
  /** One sentence, for the settings page and the rule's manual. */
  readonly description: string;
  readonly default: T;
  readonly schema: GenericSchema<unknown, T>;
}

export const option = <T>(schema: GenericSchema<unknown, T>, value: T, description: string): Option<T> => ({
  schema,
  default: value,
  description,
});

// biome-ignore lint/suspicious/noExplicitAny: a rule's options are of any type each; their schemas say which
export type Options = Readonly<Record<string, Option<any>>>;

export type Values<O extends Options> = { readonly [K in keyof O]: O[K]['default'] };

export const defaults = <O extends Options>(options: O): Values<O> =>
  Object.fromEntries(Object.entries(options).map(([name, o]) => [name, o.default])) as Values<O>;
