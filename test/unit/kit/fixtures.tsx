import { readFileSync } from 'node:fs';
import type { ReactElement, ReactNode } from 'react';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { normalise } from './normalise.ts';

// biome-ignore lint/suspicious/noExplicitAny: the options of a Nunjucks macro have no type
export type Options = Record<string, any>;

interface Fixture {
  name: string;
  options: Options;
  html: string;
}

const components = new URL('../../../node_modules/govuk-frontend/dist/govuk/components/', import.meta.url);

function fixturesOf(component: string): Fixture[] {
  return JSON.parse(readFileSync(new URL(`${component}/fixtures.json`, components), 'utf8')).fixtures;
}

/** HTML of a fixture as a child: an element that `normalise` takes out again, so that it adds nothing. */
export function raw(html: string): ReactElement {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: the HTML is that of the published fixtures
  return createElement('x-raw', { dangerouslySetInnerHTML: { __html: html } });
}

/** `text` or `html` of a part of a macro's options. */
export function content(part: Options | undefined): ReactNode {
  if (!part) return undefined;
  return part.html ? raw(part.html) : part.text;
}

/** The options that became props under names of ours; what is left of an options object must be an attribute. */
export function onlyKnown(what: string, options: Options | undefined, known: readonly string[]): void {
  const strange = Object.keys(options ?? {}).filter((key) => !known.includes(key));
  if (strange.length > 0) throw new Error(`${what}: no prop for ${strange.join(', ')}`);
}

/**
 * Renders every fixture of a govuk-frontend component with ours and compares. What we do not offer is listed by name
 * with the reason, and must really be missing: a fixture that is new or that begins to match fails the test.
 */
export function compare(
  component: string,
  render: (options: Options) => ReactElement,
  unsupported: Record<string, string> = {},
): void {
  describe(component, () => {
    const fixtures = fixturesOf(component);
    test('the list of what is not supported names real fixtures', () => {
      const names = fixtures.map((fixture) => fixture.name);
      expect(Object.keys(unsupported).filter((name) => !names.includes(name))).toEqual([]);
    });
    test.each(fixtures)('$name', ({ name, options, html }) => {
      const expected = normalise(html);
      if (name in unsupported) {
        expect(() => expect(normalise(renderToStaticMarkup(render(options)))).toEqual(expected)).toThrow();
      } else {
        expect(normalise(renderToStaticMarkup(render(options)))).toEqual(expected);
      }
    });
  });
}
