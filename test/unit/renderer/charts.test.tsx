import { render } from '@testing-library/react';
import axe from 'axe-core';
import { expect, test } from 'vitest';
import { ChartFigure } from '#renderer/charts/index.ts';
import { Paper } from '#renderer/letters/Paper.tsx';
import { ReturnFigures } from '#renderer/returns/ReturnBody.tsx';
import { type Chart, type ChartKind, chartTable } from '#shared/charts/chart.ts';
import { heading } from '#shared/letters/document.ts';
import { result } from '../returns/invented.ts';
import './dom.ts';

const hostile = `<img src=x onerror=alert(1)>\u202E😀 ${'long '.repeat(60)}`.trim();
const chart = (kind: ChartKind): Chart => ({
  kind,
  title: 'Visits by suite',
  says: 'Hereford had the most visits, 62 of 93.',
  of: 'Suite',
  categories: ['Hereford', hostile],
  series: ['Attempted', 'Completed']
    .slice(0, kind === 'bars' ? 1 : 2)
    .map((name) => ({ name, values: [62, null], words: ['62', '[c]'] })),
});
const faults = async () => {
  const { violations } = await axe.run(document.body, {
    rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
  });
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
};

test.each(['bars', 'grouped', 'stacked', 'lines', 'grid'] as const)(
  'a chart of %s is an image with a name and its sentence, above the same numbers as a table',
  async (kind) => {
    const { container, unmount, getByRole } = render(<ChartFigure chart={chart(kind)} />);
    const image = getByRole('img', { name: 'Visits by suite Hereford had the most visits, 62 of 93.' });
    expect(image.querySelector('desc')?.textContent).toBe(chart(kind).says);
    expect(container.querySelector('figcaption')?.textContent).toBe(chart(kind).says);
    const rows = [...container.querySelectorAll('tbody tr')].map((row) =>
      [...row.children].map((cell) => cell.textContent),
    );
    expect(rows).toEqual(chartTable(chart(kind)).rows);
    expect(container.querySelectorAll('img, script, foreignObject')).toHaveLength(0);
    expect(image.textContent).not.toContain(hostile);
    expect(await faults()).toEqual([]);
    unmount();
  },
);

test('a chart stands in a document as it stands on a page', () => {
  const { container } = render(
    <Paper
      document={{
        ...{ title: 'Return', by: 'Office', notice: null, wide: true },
        blocks: [heading('Return'), { kind: 'chart', chart: chart('grouped') }],
      }}
    />,
  );
  expect(container.querySelectorAll('figure svg[role="img"]')).toHaveLength(1);
  expect(container.querySelectorAll('figure table')).toHaveLength(1);
});

test('in the place of a chart whose numbers are all kept back stands a sentence that says so', () => {
  const table = {
    ...{ id: 'visits.byWeekday', title: 'Visits by weekday', columns: ['weekday', 'visits'] },
    rows: [
      ['Monday', '[c]'],
      ['Tuesday', '[c]'],
    ],
  };
  const { container, getByText } = render(
    <ReturnFigures result={{ ...result, splits: [], tables: [table] }} charts={[table.id]} />,
  );
  expect(getByText(/All the numbers of this chart are kept back/).textContent).toMatch(
    /^[A-Z].+\. All the numbers/,
  );
  expect(container.querySelectorAll('figure, svg')).toHaveLength(0);
  expect([...container.querySelectorAll('td')].filter((cell) => cell.textContent === '[c]')).toHaveLength(3);
});
