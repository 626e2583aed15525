import type { ReactNode } from 'react';
import { useParams } from 'wouter';
import { Failed, Waiting } from '#renderer/app/Failed.tsx';
import { useHost, useRead } from '#renderer/app/host.tsx';
import { say } from '#renderer/app/state.ts';
import { saveFile } from '#renderer/files/saveFile.ts';
import { Button, PageHeading, SummaryList, Table } from '#renderer/kit/index.ts';
import { sentence } from '#shared/errors.ts';
import {
  type ActionField,
  type ActionSheet,
  actionHeads,
  actionSheet,
  noMatters,
} from '#shared/forms/action-sheet.ts';
import { isPractice } from '#shared/records/visit.ts';
import { PaperPage } from './PaperPage.tsx';

/** What the station is to do, on one page: printed, shown, or as a mail of one's own mail program. */
export function ActionsPage(): ReactNode {
  const { id = '' } = useParams();
  const host = useHost();
  const report = useRead('visits.get', { id });
  const settings = useRead('settings.get', {});
  const failure = report.error ?? settings.error;
  if (failure) return <Failed failure={failure} />;
  if (!report.data || !settings.data) return <Waiting />;
  const { form, visit, names } = report.data;
  const saveMail = async () => {
    const answer = await host.call('visits.actionMail', { id });
    if (!answer.ok) return say(sentence(answer.error));
    saveFile({ name: answer.value.name, mime: 'message/rfc822', parts: [answer.value.text] });
    say(`Saved as ${answer.value.name}. Open it to send it.`);
  };
  return (
    <PaperPage
      back={{ href: `#/visits/${id}`, text: 'Back to the report' }}
      actions={
        // An exercise is sent to nobody.
        !isPractice(visit) && (
          <Button type="button" kind="secondary" onClick={() => void saveMail()}>
            Save as mail
          </Button>
        )
      }
    >
      <Sheet sheet={actionSheet(form, visit, settings.data, names)} />
    </PaperPage>
  );
}

const fields = Object.keys(actionHeads) as ActionField[];

function Sheet({ sheet }: { sheet: ActionSheet }): ReactNode {
  const { title, notices, facts, matters } = sheet;
  return (
    <>
      <PageHeading>{title}</PageHeading>
      {notices.map((notice) => (
        <p key={notice} className="govuk-body desk-confidential">
          {notice}
        </p>
      ))}
      <SummaryList rows={facts} />
      {matters.length === 0 ? (
        <p className="govuk-body">{noMatters}</p>
      ) : (
        <Table
          dense
          caption="Matters"
          captionHidden
          firstCellIsHeader
          head={['About', ...fields.map((field) => actionHeads[field])]}
          rows={matters.map(({ about, ...line }, i) => ({
            key: i,
            cells: [about, ...fields.map((field) => ({ content: line[field], className: 'desk-words' }))],
          }))}
        />
      )}
    </>
  );
}
