import type { ReactNode } from 'react';
import { Details } from '#renderer/kit/index.ts';
import type { Output } from '#shared/contract.ts';
import { count } from '#shared/numbers.ts';

type Page = Pick<Output<'said.get'>, 'unworded' | 'officeOnly' | 'doubtful'>;

/** What the page leaves out, for the staff alone: on screen, and on no paper and in no file. */
export function LeftOut({ page }: { page: Page }): ReactNode {
  const parts: readonly [ids: readonly string[], one: string, many: string][] = [
    [
      page.unworded,
      'concern has no wording for publication yet',
      'concerns have no wording for publication yet',
    ],
    [
      page.doubtful,
      'concern has a wording or an answer that holds what looks like a name, a number or an offence, which is not printed',
      'concerns have a wording or an answer that holds what looks like a name, a number or an offence, which is not printed',
    ],
    [page.officeOnly, 'concern is for the office alone', 'concerns are for the office alone'],
  ];
  const some = parts.filter(([ids]) => ids.length > 0);
  if (some.length === 0) return null;
  return (
    <div className="desk-screen-only">
      {some.map(([ids, one, many]) => (
        <Details key={one} summary={`${count(ids.length)} ${ids.length === 1 ? one : many}`}>
          <ul className="govuk-list govuk-list--bullet">
            {ids.map((id, i) => (
              <li key={id}>
                <a className="govuk-link" href={`#/concerns/${id}`}>
                  Open concern {i + 1} of {ids.length}
                </a>
              </li>
            ))}
          </ul>
        </Details>
      ))}
    </div>
  );
}
