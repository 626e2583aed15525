import type { ReactNode } from 'react';
import { useRead, useWrite } from '#renderer/app/host.tsx';
import { useSession } from '#renderer/app/session.ts';
import { SmallForm } from '#renderer/cases/SmallForm.tsx';
import { useMay } from '#renderer/editing/useMay.ts';
import { Details, moveFocus, NotificationBanner, SummaryList, Tag, TaskList } from '#renderer/kit/index.ts';
import { count } from '#shared/numbers.ts';
import { makesReturns } from '#shared/records/named-return.ts';
import { lawToConfirm } from '#shared/returns/sections.ts';
import { daysBetween } from '#shared/times.ts';
import { differencesAddress, issueAddress } from '../addresses.ts';
import { DueDay, StateTag } from '../schedule/DueTable.tsx';
import { issueName } from '../words.ts';
import { nextStep } from './nextStep.ts';
import { type InWork, isOpen, keptName, ofPeriod, unanswered, unwritten } from './parts.ts';

/** Where a return stands, what is next, by when, and who prepares it; before it is signed off, what is left to do. */
export function Standing({ shown }: InWork): ReactNode {
  const { definition, period, state, issues, why, due, prepares } = shown;
  const today = useSession().data?.today;
  const left = due !== null && today && state !== 'published' ? daysBetween(today, due) : null;
  const last = issues.at(-1);
  return (
    <>
      {state === 'checked' && shown.movedSinceChecked && (
        <NotificationBanner>
          <p className="govuk-notification-banner__heading">
            Figures, words or reasons are no longer those that were checked.
          </p>
          <p className="govuk-body">Look at them again before it is signed off.</p>
        </NotificationBanner>
      )}
      {last && shown.differs && (
        <NotificationBanner>
          <p className="govuk-notification-banner__heading">
            Records have changed since this was signed off: some of its figures would be others today.
          </p>
          <p className="govuk-body">
            <a
              className="govuk-notification-banner__link"
              href={`#${differencesAddress(definition.key, period.id, last.number)}`}
            >
              See which figures moved, and because of which records
            </a>
          </p>
        </NotificationBanner>
      )}
      {last?.file === 'damaged' && (
        <NotificationBanner>
          <p className="govuk-notification-banner__heading">
            What was signed off is damaged on this laptop: whether its figures would be others today cannot be
            said.
          </p>
          <p className="govuk-body">
            <a
              className="govuk-notification-banner__link"
              href={`#${issueAddress(definition.key, period.id, last.number)}`}
            >
              See what can be done
            </a>
          </p>
        </NotificationBanner>
      )}
      <SummaryList
        rows={[
          {
            key: 'Where it stands',
            value: (
              <>
                <StateTag state={state} />
                {last && isOpen(shown) && ` ${issueName(last.number + 1)} in work`}
              </>
            ),
          },
          { key: 'Next step', value: nextStep(shown) },
          why !== null && isOpen(shown) && { key: 'Why it was taken up again', value: <Said text={why} /> },
          { key: 'Due', value: <DueDay due={due} left={left} /> },
          definition.basis !== undefined && {
            key: 'Published under',
            value: <Law law={definition.basis} />,
          },
          definition.to !== undefined && { key: 'Given to', value: definition.to },
          { key: 'Prepared by', value: prepares?.name ?? 'Nobody named' },
        ]}
      />
      <Preparer shown={shown} />
      {isOpen(shown) && <LeftToDo shown={shown} />}
    </>
  );
}

/** The law it is published under, and on screen alone what is to be confirmed of it. */
function Law({ law }: { law: string }): ReactNode {
  const doubt = lawToConfirm(law);
  return (
    <>
      {law}
      {doubt && (
        <p className="govuk-body-s desk-screen-only">
          <Tag colour="yellow">To confirm</Tag> {doubt}
        </p>
      )}
    </>
  );
}

const Said = ({ text }: { text: string }) => <span className="desk-words">{text}</span>;

const goTo = (id: string) => () => {
  const heading = document.getElementById(id);
  if (!heading) return;
  heading.scrollIntoView();
  moveFocus(heading);
};

/** What is to be looked at before it is signed off, each a way down the page. */
function LeftToDo({ shown }: InWork): ReactNode {
  const open = unanswered(shown);
  const missing = unwritten(shown).length;
  const doubts = shown.doubts.length;
  const all = shown.definition.sections.length;
  return (
    <section aria-labelledby="left-to-do" className="desk-screen-only">
      <h2 className="govuk-heading-m" id="left-to-do">
        Before it is signed off
      </h2>
      <TaskList
        idPrefix="before"
        items={[
          {
            title: 'Checks',
            hint: 'Each holds, or has a reason that is printed with it.',
            onClick: goTo('return-checks'),
            status: open === 0 ? 'Done' : <Tag colour="orange">{`${count(open)} to answer`}</Tag>,
          },
          all > 0 && {
            title: 'The office’s own words',
            hint: 'A part that stays blank is left out.',
            onClick: goTo('return-words'),
            status: missing === 0 ? 'Done' : <Tag colour="grey">{`${all - missing} of ${all} written`}</Tag>,
          },
          doubts > 0 && {
            title: 'Names in the words',
            hint: 'What looks as if it named somebody.',
            onClick: goTo('return-words'),
            status: <Tag colour="orange">{`${count(doubts)} to look at`}</Tag>,
          },
          {
            title: 'Check and sign off',
            onClick: goTo('return-moves'),
            status: shown.state === 'checked' && !shown.movedSinceChecked ? 'Checked' : 'Not checked yet',
          },
        ]}
      />
    </section>
  );
}

/** Gives the return to somebody else of those who make returns of its kind, or back to whoever usually does. */
function Preparer({ shown }: InWork): ReactNode {
  const people = useRead('people.list', {});
  const assign = useWrite('returns.assign');
  const may = useMay('returns.assign');
  if (!may || !people.data) return null;
  const role = makesReturns(shown.definition.of);
  const makers = people.data.filter(({ roles }) => roles.includes(role));
  const usual = people.data.find(({ id }) => id === shown.definition.prepares)?.name;
  return (
    <Details summary="Change who prepares it" className="desk-screen-only">
      <SmallForm
        key={shown.prepares?.id}
        name={keptName('preparer', shown)}
        label="Change who prepares it"
        boxes={[
          {
            name: 'prepares',
            label: 'Who prepares it',
            kind: 'choice',
            begins: shown.prepares?.id ?? '',
            options: [
              { value: '', text: usual ? `As usual: ${usual}` : 'Nobody named' },
              ...makers.map(({ id, name }) => ({ value: id, text: name })),
            ],
          },
        ]}
        button="Change who prepares it"
        done="It is changed who prepares it."
        failure={assign.failure}
        send={async ({ prepares }) =>
          (await assign.run({ ...ofPeriod(shown), prepares: prepares ?? null })).ok
        }
      />
    </Details>
  );
}
