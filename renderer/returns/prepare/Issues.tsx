import { Fragment, type ReactNode } from 'react';
import { dayWords, momentOf } from '#renderer/dates.ts';
import { Table } from '#renderer/kit/index.ts';
import { isolated } from '#shared/bidi.ts';
import { differencesAddress, issueAddress } from '../addresses.ts';
import { issueName } from '../words.ts';
import { type InWork, ofPeriod } from './parts.ts';

const fileWords = {
  here: '',
  awaited: ' (has not come to this laptop yet)',
  damaged: ' (is damaged on this laptop)',
} as const;

/** What was signed off of it before, by whom, and where it went. */
export function Issues({ shown }: InWork): ReactNode {
  const { issues } = shown;
  const { key, period } = ofPeriod(shown);
  if (issues.length === 0) return null;
  return (
    <section aria-labelledby="return-issues">
      <h2 className="govuk-heading-m" id="return-issues">
        What was signed off
      </h2>
      <Table
        dense
        caption="Issues, the last first"
        captionHidden
        firstCellIsHeader
        head={['Issue', 'Signed off', 'Published', 'Why it was revised', 'Against today’s records']}
        rows={issues.toReversed().map((issue) => ({
          key: issue.number,
          cells: [
            <Fragment key="issue">
              <a className="govuk-link" href={`#${issueAddress(key, period, issue.number)}`}>
                {issueName(issue.number)}
              </a>
              {fileWords[issue.file]}
            </Fragment>,
            `${isolated(issue.signed.name)}, ${issue.signed.as}, ${momentOf(issue.signed.at)}`,
            {
              content: issue.published
                ? `${dayWords(issue.published.on)}: ${issue.published.where}`
                : 'Not published',
              className: 'desk-words',
            },
            { content: issue.why ?? '', className: 'desk-words' },
            <a
              key="differences"
              className="govuk-link"
              href={`#${differencesAddress(key, period, issue.number)}`}
            >
              Differences<span className="govuk-visually-hidden"> of the {issueName(issue.number)}</span>
            </a>,
          ],
        }))}
      />
    </section>
  );
}
