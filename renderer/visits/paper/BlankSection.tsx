import type { ReactNode } from 'react';
import { Table } from '#renderer/kit/index.ts';
import type { Condition, Form, Question, Section } from '#shared/forms/definition.ts';
import type { FormSettings } from '#shared/forms/scope.ts';
import { closingWords } from '#shared/forms/spoken.ts';
import { conditionWords, subjectOf } from '#shared/forms/terms.ts';
import { ladderFields } from '#shared/records/ladder.ts';
import { same } from '#shared/sync/patch.ts';
import { rungTitles } from '../words.ts';
import { BlankAnswer, Tick } from './BlankAnswer.tsx';

type BlankSectionProps = {
  form: Form;
  section: Section;
  settings: FormSettings;
  /** How often it is filled in. */
  note: string | undefined;
  /** Begins a page of its own: what is copied for each detainee is nothing else. */
  apart: boolean;
};

/** Whether the office has turned off what a condition asks for: then no answer on paper could make it show. */
const isOff = (when: Condition | undefined, settings: FormSettings): boolean =>
  (when ?? []).some(({ setting }) => setting !== undefined && !settings[setting]);

/**
 * A condition as paper says it: each term once, and not that the visitors were let in, without which there is hardly
 * anything to write.
 */
const onPaper = (when: Condition | undefined): Condition =>
  (when ?? []).filter((term, i, all) => {
    const letIn = term.field === 'outcome' && ['completed', 'abandoned'].every((o) => term.is?.includes(o));
    return !letIn && all.findIndex((other) => same(other, term)) === i;
  });

/** Questions one after the other that are asked under the same condition, which is then said once. */
const byCondition = (questions: readonly Question[]): Question[][] =>
  questions.reduce<Question[][]>((groups, q) => {
    const last = groups.at(-1);
    if (last && same(onPaper(last[0]?.when), onPaper(q.when))) last.push(q);
    else groups.push([q]);
    return groups;
  }, []);

/** One section of a form on paper, with the box that closes its group. */
export function BlankSection({ form, section, settings, note, apart }: BlankSectionProps): ReactNode {
  const of = subjectOf(section);
  const asked = section.questions.filter(
    (q) => !q.retired && q.kind !== 'minutes' && !isOff(q.when, settings),
  );
  if (isOff(section.when, settings) || (asked.length === 0 && !section.closable)) return null;
  const questions = asked.filter((q) => q.kind !== 'ladder');
  const ladders = asked.filter((q) => q.kind === 'ladder');
  const always = section.closable ? questions.filter((q) => q.always) : [];
  const others = questions.filter((q) => !always.includes(q));
  const group = (some: readonly Question[]) =>
    byCondition(some).map((under) => (
      <div key={under[0]?.id} className="desk-paper__questions">
        <If words={conditionWords(onPaper(under[0]?.when), form, of)} />
        {under.map((q) => (
          <BlankQuestion key={q.id} q={q} />
        ))}
      </div>
    ));
  return (
    <section aria-labelledby={`blank-${section.id}`} className={apart ? 'desk-paper__apart' : undefined}>
      <h2 className="govuk-heading-m" id={`blank-${section.id}`}>
        {section.title}
      </h2>
      {note && (
        <p className="govuk-body">
          <strong>{note}</strong>
        </p>
      )}
      <If words={conditionWords(onPaper(section.when), form, of)} />
      {section.guidance && <p className="desk-paper__note">{section.guidance}</p>}
      <div className="desk-paper__columns">
        {group(always)}
        {section.closable && (
          <p className="desk-ticks">
            <Tick>{closingWords['no concerns']}</Tick>
            <Tick>{closingWords['not asked']}</Tick>
            <Tick>{closingWords['to report']}: answer the rest of this group</Tick>
          </p>
        )}
        {group(others)}
      </div>
      {ladders.length > 0 && <BlankLadders title={section.title} questions={ladders} />}
    </section>
  );
}

function If({ words }: { words: string }): ReactNode {
  return words && <p className="desk-paper__if">If {words}:</p>;
}

function BlankQuestion({ q }: { q: Question }): ReactNode {
  return (
    <div className="desk-paper__question">
      <h3 className="govuk-heading-s">{q.text}</h3>
      {q.hint && <p className="desk-paper__note">{q.hint}</p>}
      <BlankAnswer q={q} />
    </div>
  );
}

type BlankLaddersProps = { title: string; questions: readonly Question[] };

/** Counts of people: a rung in each row, a group of people in each column, cells to write in. */
function BlankLadders({ title, questions }: BlankLaddersProps): ReactNode {
  return (
    <Table
      dense
      className="desk-paper__table"
      caption={`${title}, in numbers`}
      captionHidden
      firstCellIsHeader
      head={[
        <span key="rung" className="govuk-visually-hidden">
          What is counted
        </span>,
        ...questions.map((q) => q.text),
      ]}
      rows={ladderFields.map((rung) => ({
        key: rung,
        cells: [rungTitles[rung], ...questions.map(() => '')],
      }))}
    />
  );
}
