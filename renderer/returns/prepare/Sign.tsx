import { type ReactNode, useRef, useState } from 'react';
import { useWrite } from '#renderer/app/host.tsx';
import { SmallForm } from '#renderer/cases/SmallForm.tsx';
import { ConfirmDialog } from '#renderer/kit/index.ts';
import { inSentence } from '#shared/text.ts';
import { issueName } from '../words.ts';
import { type InWork, keptName, ofPeriod } from './parts.ts';

/** Signs off what was checked, after it is said what that fixes. */
export function Sign({ shown }: InWork): ReactNode {
  const sign = useWrite('returns.sign');
  const { asked, ask, answer } = useAsked();
  const number = (shown.issues.at(-1)?.number ?? -1) + 1;
  return (
    <>
      <p className="govuk-body">
        Whoever signs it off answers for it by name. Figures, definitions and words are then kept as they are.
      </p>
      <SmallForm
        name={keptName('sign', shown)}
        label="Sign it off"
        boxes={[
          {
            name: 'as',
            label: 'As what you sign it off',
            hint: 'As it is printed, for example Chief Executive',
            kind: 'line',
            needed: 'Enter as what you sign it off',
          },
        ]}
        button="Sign it off"
        done="It is signed off."
        main
        failure={sign.failure}
        send={async ({ as = '' }, id) => (await ask()) && (await sign.run({ ...ofPeriod(shown), id, as })).ok}
      />
      {asked && (
        <ConfirmDialog
          title={`Sign off ${shown.definition.name}, ${shown.period.label}?`}
          confirm="Sign it off"
          onConfirm={() => answer(true)}
          onCancel={() => answer(false)}
        >
          <p className="govuk-body">
            It becomes the {inSentence(issueName(number))}. These are kept as they stand now, and are never
            worked out again:
          </p>
          <ul className="govuk-list govuk-list--bullet">
            <li>every figure with its definition, and what it is compared with</li>
            <li>which records stand behind each figure, and in which version</li>
            <li>the office’s own words and links, and the reasons for checks that do not hold</li>
          </ul>
          <p className="govuk-body">
            Records that come late or are corrected show as differences, and can be issued as a revision.
          </p>
        </ConfirmDialog>
      )}
    </>
  );
}

/** A question between a button and what it does: asked until it is answered. */
const useAsked = () => {
  const [asked, setAsked] = useState(false);
  const waiting = useRef<(yes: boolean) => void>(undefined);
  return {
    asked,
    ask: () => {
      setAsked(true);
      return new Promise<boolean>((resolve) => {
        waiting.current = resolve;
      });
    },
    answer: (yes: boolean) => {
      setAsked(false);
      waiting.current?.(yes);
    },
  };
};
