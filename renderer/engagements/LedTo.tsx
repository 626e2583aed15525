import type { ReactNode } from 'react';
import { Failed } from '#renderer/app/Failed.tsx';
import { useRead } from '#renderer/app/host.tsx';
import { Section } from '#renderer/cases/page/Section.tsx';
import type { SectionProps } from '#renderer/cases/parts.ts';
import { dayWords } from '#renderer/dates.ts';
import { useMay } from '#renderer/editing/useMay.ts';
import { ButtonGroup, ButtonLink } from '#renderer/kit/index.ts';

/** What a case led to beside its answer: engagements and questions to the Chief Constable; and the way to begin one. */
export function LedTo({ shown }: SectionProps): ReactNode {
  const { id } = shown.case;
  const { data, error } = useRead('engagements.ofCase', { id });
  const may = useMay('engagements.save');
  const found = [
    ...(data?.engagements ?? []).map((one) => ({
      ...one,
      href: `#/engagements/${one.id}`,
      says: dayWords(one.on),
    })),
    ...(data?.questions ?? []).map((one) => ({
      ...one,
      href: `#/assurance/${one.id}`,
      says: one.answered
        ? `put to the Chief Constable on ${dayWords(one.on)}, answered on ${dayWords(one.answered)}`
        : `put to the Chief Constable on ${dayWords(one.on)}, not answered yet`,
    })),
  ];
  return (
    <Section id="led-to" title="What it led to">
      <Failed failure={error} />
      {data && found.length === 0 && (
        <p className="govuk-body">No engagement and no question to the Chief Constable.</p>
      )}
      {found.length > 0 && (
        <ul className="govuk-list govuk-list--bullet">
          {found.map(({ id: own, title, href, says }) => (
            <li key={own}>
              <a className="govuk-link" href={href}>
                {title}
              </a>
              , {says}
            </li>
          ))}
        </ul>
      )}
      {may && (
        <ButtonGroup>
          <ButtonLink href={`#/engagements/new/edit?case=${id}`} kind="secondary">
            An engagement about it
          </ButtonLink>
          <ButtonLink href={`#/assurance/new/edit?case=${id}`} kind="secondary">
            Ask the Chief Constable about it
          </ButtonLink>
        </ButtonGroup>
      )}
    </Section>
  );
}
