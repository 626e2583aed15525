import type { Options } from './fixtures.tsx';

const reactNames: Record<string, string> = {
  class: 'className',
  tabindex: 'tabIndex',
  colspan: 'colSpan',
  rowspan: 'rowSpan',
  inputmode: 'inputMode',
  autocomplete: 'autoComplete',
  autocapitalize: 'autoCapitalize',
  spellcheck: 'spellCheck',
  maxlength: 'maxLength',
};

/** Attributes of a macro under the names React knows them by, without those that are not set. */
export function attributes(options: Options | undefined): Options {
  const entries = Object.entries(options ?? {}).filter(([, value]) => value !== undefined && value !== null);
  return Object.fromEntries(entries.map(([name, value]) => [reactNames[name] ?? name, value]));
}

/** The named options among those given, as attributes. */
export function pick(options: Options, names: readonly string[]): Options {
  return attributes(Object.fromEntries(names.map((name) => [name, options[name]])));
}

/** The size in a class like `govuk-label--l`, and whatever classes are left over. */
export function sizeIn(
  classes: string | undefined,
  prefix: string,
): { size: string | undefined; rest: string | undefined } {
  const names = (classes ?? '').split(/\s+/).filter(Boolean);
  const size = names.find(
    (name) => name.startsWith(prefix) && /^(s|m|l|xl)$/.test(name.slice(prefix.length)),
  );
  const rest = names.filter((name) => name !== size).join(' ');
  return { size: size?.slice(prefix.length), rest: rest || undefined };
}
