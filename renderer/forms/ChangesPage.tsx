import type { ReactNode } from 'react';
import { Failed } from '#renderer/app/Failed.tsx';
import { useHost, useRead, useWrite } from '#renderer/app/host.tsx';
import { onward } from '#renderer/app/place.ts';
import { say } from '#renderer/app/state.ts';
import { AskFirst } from '#renderer/editing/AskFirst.tsx';
import { BackLink, PageHeading } from '#renderer/kit/index.ts';
import { type FormProblem, objections } from '#shared/forms/changes.ts';
import { differences } from '#shared/forms/differences.ts';
import { tidied } from '#shared/forms/edits.ts';
import { type FormPlaces, useFormPlaces } from './addresses.ts';
import { Editor } from './Editor.tsx';
import { NewerVersion, Sentences } from './NewerVersion.tsx';
import { askedOfEach } from './samples.ts';
import { forgetFormDraft, isAllThereIs, type OpenForm } from './useFormDraft.ts';

/** What a new version would change, what still stands in its way, and the one button that publishes it. */
export function ChangesPage(): ReactNode {
  return <Editor>{(open) => <Changes open={open} />}</Editor>;
}

function Changes({ open }: { open: OpenForm }): ReactNode {
  const { draft, previous, newest } = open;
  const { editor, of } = useFormPlaces();
  const changes = differences(previous, draft);
  const wrong = objections(previous, draft);
  const isNewest = newest.id === draft.base;
  return (
    <>
      <BackLink href={`#${editor}`}>Sections of the form</BackLink>
      <PageHeading caption={`From version ${previous.version}`}>What changes</PageHeading>
      <NewerVersion open={open} />
      {wrong.length > 0 && <Wrong of={wrong} />}
      {changes.length === 0 ? (
        <p className="govuk-body">Nothing is changed yet.</p>
      ) : (
        <Sentences of={changes} />
      )}
      {changes.length > 0 && of === 'visit' && <Length open={open} />}
      {changes.length > 0 && wrong.length === 0 && isNewest && <Publish open={open} />}
    </>
  );
}

/** How long the form gets for each detainee: visitors have minutes with each, and a form that is long stays unfilled. */
function Length({ open }: { open: OpenForm }): ReactNode {
  const settings = useRead('settings.get', {});
  if (!settings.data) return null;
  const [was, now] = [open.previous, { ...open.previous, sections: open.draft.sections }].map((form) =>
    askedOfEach(form, settings.data),
  );
  return (
    <p className="govuk-body">
      An adult who is spoken to is asked {now} questions while there is nothing to report
      {now === was ? ', as before.' : `; version ${open.previous.version} asks ${was}.`}
    </p>
  );
}

/** Where something is put right: what is said of no section is said of the form. */
const addressOf = (
  { questionAddress, sectionAddress, editor }: FormPlaces,
  section: string,
  question: string | undefined,
): string => {
  if (question) return questionAddress({ section, question });
  return section ? sectionAddress(section) : editor;
};

/** What has to be put right first, each with the way to it. */
function Wrong({ of }: { of: readonly FormProblem[] }): ReactNode {
  const places = useFormPlaces();
  return (
    <section aria-labelledby="wrong">
      <h2 className="govuk-heading-m" id="wrong">
        To put right first
      </h2>
      <ul className="govuk-list govuk-list--bullet govuk-list--spaced">
        {of.map(({ section, question, text }) => (
          <li key={`${section} ${question} ${text}`}>
            <a className="govuk-link" href={`#${addressOf(places, section, question)}`}>
              {text}
            </a>
          </li>
        ))}
      </ul>
      <h2 className="govuk-heading-m">What is changed</h2>
    </section>
  );
}

function Publish({ open }: { open: OpenForm }): ReactNode {
  const { draft, previous } = open;
  const { of, list, written } = useFormPlaces();
  const host = useHost();
  const publish = useWrite('forms.publish');
  const version = previous.version + 1;
  const run = async () => {
    const on = onward();
    if (!(await isAllThereIs(host, open))) return;
    const { base, id, title, sections } = { ...draft, ...tidied(draft) };
    const answer = await publish.run({ base, id, title, sections });
    if (!answer.ok) return;
    await forgetFormDraft(host, of);
    say(`Version ${answer.value.version} of the form is published.`);
    on(list);
  };
  return (
    <>
      <Failed failure={publish.failure} />
      <AskFirst
        text={`Publish version ${version}`}
        main
        disabled={publish.busy}
        title={`Publish version ${version} of the form?`}
        confirm="Publish"
        onConfirm={run}
      >
        {written} that are begun from now on ask these questions. {written} that were begun before keep
        theirs. A version that is published stays; the next one can change it again.
      </AskFirst>
    </>
  );
}
