import { type ReactNode, useMemo, useState, useSyncExternalStore } from 'react';
import { useParams } from 'wouter';
import { useRead } from '#renderer/app/host.tsx';
import { Keeper } from '#renderer/editing/keeper.ts';
import { BackLink, InsetText, PageHeading, Select } from '#renderer/kit/index.ts';
import { contest, type Draft, draftGroups, nothingAside } from '#renderer/visits/draft/draft.ts';
import { SectionBody } from '#renderer/visits/section/SectionBody.tsx';
import type { Section } from '#shared/forms/definition.ts';
import { shownSections } from '#shared/forms/engine.ts';
import type { FormSettings } from '#shared/forms/scope.ts';
import { subjectOf } from '#shared/forms/terms.ts';
import type { Visit } from '#shared/records/visit.ts';
import { ok } from '#shared/result.ts';
import { useFormPlaces } from './addresses.ts';
import { CheckPreview } from './CheckPreview.tsx';
import { Editor } from './Editor.tsx';
import { NoSuchSection } from './SectionPage.tsx';
import { sampleScope, samples } from './samples.ts';
import type { OpenForm } from './useFormDraft.ts';
import { questionName } from './words.ts';

/** A section as visitors would meet it, filled in on a report that nobody keeps. */
export function PreviewPage(): ReactNode {
  const { section: id = '' } = useParams();
  const settings = useRead('settings.get', {});
  return (
    <Editor>
      {(open) => {
        const found = open.draft.sections.find((s) => s.id === id);
        if (!found) return <NoSuchSection />;
        return settings.data && <Preview open={open} section={found} settings={settings.data} />;
      }}
    </Editor>
  );
}

type PreviewProps = { open: OpenForm; section: Section; settings: FormSettings };

function Preview({ open, section, settings }: PreviewProps): ReactNode {
  const { sectionAddress } = useFormPlaces();
  const choices = samples[subjectOf(section)];
  const [at, setAt] = useState(0);
  const sample = choices[at];
  return (
    <>
      <BackLink href={`#${sectionAddress(section.id)}`}>{section.title || 'The section'}</BackLink>
      <PageHeading caption="Preview">{section.title || 'A new section'}</PageHeading>
      <InsetText>Try it out: nothing that you answer here is kept.</InsetText>
      {choices.length > 1 && (
        <Select
          label="Asked about"
          id="sample"
          value={String(at)}
          onChange={({ target }) => setAt(Number(target.value))}
          options={choices.map(({ text }, i) => ({ value: String(i), text }))}
        />
      )}
      {subjectOf(section) === 'check' && <CheckPreview section={section} />}
      {sample && <Tried key={at} {...{ open, section, settings }} visit={sample.visit} />}
    </>
  );
}

/** Keeps answers as long as the page stands: a report of its own that no store knows. */
const throwAway = (visit: Visit): Keeper<Draft> =>
  new Keeper(
    { visit, aside: nothingAside },
    {
      groups: draftGroups,
      contest,
      send: async () => ok({ savedAt: '' }),
      read: async () => ok({ visit, aside: nothingAside }),
      later: (_, then) => {
        then();
        return () => {};
      },
    },
  );

function Tried({ open, section, settings, visit }: PreviewProps & { visit: Visit }): ReactNode {
  const keeper = useMemo(() => throwAway(visit), [visit]);
  const { draft } = useSyncExternalStore(keeper.listen, keeper.get);
  const scope = sampleScope(subjectOf(section), draft.visit);
  const form = { ...open.previous, sections: open.draft.sections };
  const shown = shownSections(form, scope, settings).find(({ id }) => id === section.id);
  if (!shown) return <p className="govuk-body">The section does not show here.</p>;
  const questions = shown.questions.map((q) => ({ ...q, text: questionName(q) }));
  const asked = questions.length === 1 ? '1 question shows' : `${questions.length} questions show`;
  return (
    <form noValidate autoComplete="off" onSubmit={(event) => event.preventDefault()}>
      <p className="govuk-body" role="status">
        {asked}.
      </p>
      {shown.guidance && <InsetText>{shown.guidance}</InsetText>}
      <SectionBody
        section={{ ...shown, questions }}
        editing={{ draft, keeper, scope }}
        names={{}}
        errorOf={() => undefined}
      />
    </form>
  );
}
