import { type ReactNode, useState } from 'react';
import { useHost } from '#renderer/app/host.tsx';
import { go, onward } from '#renderer/app/place.ts';
import { say } from '#renderer/app/state.ts';
import { AskFirst } from '#renderer/editing/AskFirst.tsx';
import {
  BackLink,
  Button,
  ButtonGroup,
  ButtonLink,
  PageHeading,
  Radios,
  Tag,
  TextInput,
} from '#renderer/kit/index.ts';
import { subjectsFor } from '#shared/forms/changes.ts';
import type { Section, Subject } from '#shared/forms/definition.ts';
import { differences } from '#shared/forms/differences.ts';
import { addSection, moveSection } from '#shared/forms/edits.ts';
import { subjectOf } from '#shared/forms/terms.ts';
import { useFormPlaces } from './addresses.ts';
import { Editor } from './Editor.tsx';
import { MoveButtons } from './MoveButtons.tsx';
import { NewerVersion } from './NewerVersion.tsx';
import { forgetFormDraft, isAllThereIs, type OpenForm } from './useFormDraft.ts';

const about = {
  visit: 'about the visit',
  detainee: 'about each detainee',
  matter: 'about each thing raised',
  call: 'about each urgent call',
  check: 'about the custody record',
} as const;

const newAbout: Record<Subject, string> = {
  visit: 'The visit',
  detainee: 'Each detainee',
  matter: 'Each thing raised',
  call: 'Each urgent call',
  check: 'The custody record',
};

/** The sections of the form as it would be published: the way to every question. */
export function EditPage(): ReactNode {
  return <Editor>{(open) => <Sections open={open} />}</Editor>;
}

function Sections({ open }: { open: OpenForm }): ReactNode {
  const { draft, previous, change, keeper } = open;
  const { changesAddress, list, name, sectionAddress } = useFormPlaces();
  const isNew = (s: Section) => !previous.sections.some(({ id }) => id === s.id);
  const changes = differences(previous, draft).length;
  return (
    <>
      <BackLink href={`#${list}`}>{name}</BackLink>
      <PageHeading caption={`From version ${previous.version}`}>Change the form</PageHeading>
      <NewerVersion open={open} />
      <p className="govuk-body">
        Everything is kept as you change it, and nobody sees it before you publish it.
      </p>
      <TextInput
        label="Title of the form"
        hint="Stands at the head of the form that is printed as a blank."
        name="title"
        id="title"
        value={draft.title}
        onChange={({ target }) => change((r) => ({ ...r, title: target.value }), 'soon')}
        onBlur={() => keeper.hurry()}
      />
      <ol className="desk-form-list">
        {draft.sections.map((s, i) => (
          <li key={s.id}>
            <div>
              <a className="govuk-link" href={`#${sectionAddress(s.id)}`}>
                {s.title || 'A section without a title'}
              </a>{' '}
              {isNew(s) && <Tag>New</Tag>}
              <p className="govuk-hint">
                {asked(s)}, {about[subjectOf(s)]}
              </p>
            </div>
            <div className="desk-form-list__moves">
              <MoveButtons
                name={s.title}
                id={`section-${s.id}`}
                place={i + 1}
                of={draft.sections.length}
                onMove={(by) => change((r) => moveSection(r, s.id, by))}
              />
            </div>
          </li>
        ))}
      </ol>
      <AddSection open={open} />
      <ButtonGroup>
        <ButtonLink href={`#${changesAddress}`}>
          {changes === 0 ? 'See what changes' : 'See what changes and publish'}
        </ButtonLink>
        {changes > 0 && <GiveUp open={open} />}
      </ButtonGroup>
    </>
  );
}

const asked = ({ questions }: Section): string => {
  const live = questions.filter((q) => !q.retired).length;
  const retired = questions.length - live;
  const words = live === 1 ? '1 question' : `${live} questions`;
  return retired > 0 ? `${words} and ${retired} retired` : words;
};

function AddSection({ open }: { open: OpenForm }): ReactNode {
  const { sectionAddress } = useFormPlaces();
  const [asks, setAsks] = useState(false);
  const may = subjectsFor(open.previous);
  const [of, setOf] = useState<Subject>(may[0] ?? 'visit');
  if (!asks)
    return (
      <Button type="button" kind="secondary" onClick={() => setAsks(true)}>
        Add a section
      </Button>
    );
  const add = () => {
    const { revision, id } = addSection(open.draft, of);
    open.change(() => revision);
    go(sectionAddress(id));
  };
  return (
    <section aria-label="Add a section">
      <Radios
        name="of"
        legend="What is the new section about?"
        legendSize="s"
        inline
        value={of}
        onChange={({ target }) => setOf(target.value as typeof of)}
        items={may.map((value, i) => ({ value, text: newAbout[value], autoFocus: i === 0 }))}
      />
      <ButtonGroup>
        <Button type="button" kind="secondary" onClick={add}>
          Add it
        </Button>
        <Button type="button" kind="secondary" onClick={() => setAsks(false)}>
          Cancel
        </Button>
      </ButtonGroup>
    </section>
  );
}

function GiveUp({ open }: { open: OpenForm }): ReactNode {
  const host = useHost();
  const { list, of } = useFormPlaces();
  const giveUp = async () => {
    const on = onward();
    if (!(await isAllThereIs(host, open))) return;
    await forgetFormDraft(host, of);
    say('Your changes are given up. The form is as it was.');
    on(list);
  };
  return (
    <AskFirst
      text="Give up these changes"
      title="Give up these changes?"
      confirm="Give up"
      warning
      onConfirm={giveUp}
    >
      The published form stays as it is. What you changed cannot be brought back.
    </AskFirst>
  );
}
