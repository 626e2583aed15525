import type { ReactNode } from 'react';
import { Details, InsetText } from '#renderer/kit/index.ts';
import { readNumbers } from '#shared/checks/sampling.ts';

const some = <T,>(all: readonly T[]) => all.slice(0, 20);

/** How a list of custody numbers is read: how many, which stand in it twice, and what is none. */
export function ReadList({ text }: { text: string }): ReactNode {
  if (text.trim() === '') return null;
  const { numbers, twice, refused } = readNumbers(text);
  return (
    <>
      <InsetText>
        {numbers.length === 1 ? '1 custody number was read' : `${numbers.length} custody numbers were read`}
        {twice.length > 0 && `, ${twice.length} of them more than once in the list and counted once`}
        {refused.length > 0 && `, and ${refused.length} lines without one`}.
      </InsetText>
      {twice.length + refused.length > 0 && (
        <Details summary="What was counted once or left out">
          <ul className="govuk-list govuk-list--bullet">
            {some(twice).map((number) => (
              <li key={number}>{number} stands in the list more than once</li>
            ))}
            {some(refused).map(({ line, text: words }) => (
              <li key={line}>
                Line {line}: “{words}” is not a custody number
              </li>
            ))}
          </ul>
        </Details>
      )}
    </>
  );
}
