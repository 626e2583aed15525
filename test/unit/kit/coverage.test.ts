import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const components = new URL('../../../node_modules/govuk-frontend/dist/govuk/components/', import.meta.url);

/** Components of govuk-frontend that we do not have, and why. */
const left: Record<string, string> = {
  accordion: 'must not split questions; Details does where something may be folded',
  breadcrumbs: 'no page lies deeper than its back link tells',
  'character-count': 'answers have no limit worth counting',
  'cookie-banner': 'nothing to consent to on a person’s own laptop',
  'exit-this-page': 'for public pages that people at risk read',
  feedback: 'for public services',
  footer: 'carries the crown',
  'generic-header': 'the frame has a header of its own',
  header: 'carries the GOV.UK logotype',
  'language-navigation': 'one language',
  'password-input': 'the passphrase page brings its own, with the rules of the store',
  'phase-banner': 'the frame has banners for practice and invented data',
  'service-navigation': 'the frame has a navigation of its own',
  tabs: 'pages and headings do; tabs hide what is compared and print badly',
};

test('every component of govuk-frontend is compared or left out for a reason', () => {
  const here = new URL('.', import.meta.url);
  const tests = readdirSync(here).filter((name) => name.endsWith('.test.tsx'));
  const source = tests.map((name) => readFileSync(new URL(name, here), 'utf8')).join('\n');
  const compared = [...source.matchAll(/compare\(\s*'([\w-]+)'/g)].map((match) => match[1]!);
  const published = readdirSync(components, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  expect([...compared, ...Object.keys(left)].sort()).toEqual(published.map((entry) => entry.name).sort());
});
