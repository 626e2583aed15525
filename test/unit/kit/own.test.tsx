import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { afterToggle } from '#renderer/kit/Checkboxes.tsx';
import { Frame } from '#renderer/kit/Frame.tsx';
import { FrameBanner } from '#renderer/kit/FrameBanner.tsx';
import { LinkOrButton } from '#renderer/kit/LinkOrButton.tsx';
import { NavMenu } from '#renderer/kit/NavMenu.tsx';
import { Status } from '#renderer/kit/Status.tsx';
import { StatusStrip } from '#renderer/kit/StatusStrip.tsx';
import { Table } from '#renderer/kit/Table.tsx';
import { TimeInput } from '#renderer/kit/TimeInput.tsx';

const html = (element: ReactElement) => renderToStaticMarkup(element);

describe('checkboxes whose values the caller holds', () => {
  const items = [
    { value: 'food', text: 'Food' },
    { value: 'blankets', text: 'Blankets' },
    { divider: 'or' },
    false as const,
    { value: 'none', text: 'None of these', exclusive: true },
  ];

  test('ticking adds at the end, ticking again takes away', () => {
    expect(afterToggle(['food'], 'blankets', items)).toEqual(['food', 'blankets']);
    expect(afterToggle(['food', 'blankets'], 'food', items)).toEqual(['blankets']);
  });

  test('an exclusive choice clears the others and is cleared by them', () => {
    expect(afterToggle(['food', 'blankets'], 'none', items)).toEqual(['none']);
    expect(afterToggle(['none'], 'food', items)).toEqual(['food']);
  });
});

test('a time is a text box that takes letters and colons', () => {
  const markup = html(<TimeInput label="Time of arrival" name="arrived" />);
  expect(markup).toContain('type="text"');
  expect(markup).toContain('for="arrived"');
  expect(markup).not.toContain('inputMode');
});

test('what goes nowhere is a button', () => {
  expect(html(<LinkOrButton href="#/x">Change</LinkOrButton>)).toBe('<a href="#/x">Change</a>');
  expect(html(<LinkOrButton onClick={() => {}}>Remove</LinkOrButton>)).toMatch(/^<button type="button"/);
});

test('a live region is empty when it is drawn, so that its message is a change', () => {
  expect(html(<Status message="Saved" />)).not.toContain('Saved');
});

test('a sortable heading says how the list is sorted and is a button', () => {
  const head = [{ content: 'Received', sort: 'descending' as const, onSort: () => {} }, 'Subject'];
  const markup = html(
    <Table dense caption="Reviews" head={head} rows={[{ key: 1, cells: ['1 May', 'Search'] }]} />,
  );
  expect(markup).toMatch(/<th scope="col" aria-sort="descending"[^>]*><button type="button"/);
  expect(markup).toContain('role="region"');
});

test('the frame has one main, a way to skip to it, and its slots in reading order', () => {
  const markup = html(
    <Frame
      product="ICV Desk"
      office="An office"
      homeHref="#/"
      banner={<FrameBanner kind="practice">Nothing is sent.</FrameBanner>}
      status={<StatusStrip saved={{ text: 'Saved 14:32' }} received={{ text: 'Received 18:05' }} />}
      navigation={<NavMenu groups={[{ items: [{ href: '#/', text: 'Home', current: true }] }]} />}
    >
      <h1>Home</h1>
    </Frame>,
  );
  const order = [
    'href="#main"',
    'ICV Desk',
    'Nothing is sent.',
    'Saved 14:32',
    'Received 18:05',
    '<nav',
    'id="main"',
    '<h1>',
  ];
  const places = order.map((part) => markup.indexOf(part));
  expect(places).not.toContain(-1);
  expect(places).toEqual([...places].sort((a, b) => a - b));
  expect(markup.match(/<main/g)).toHaveLength(1);
  expect(markup).toContain('aria-current="page"');
});
