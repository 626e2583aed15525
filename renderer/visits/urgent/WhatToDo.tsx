import type { ReactNode } from 'react';
import { WarningText } from '#renderer/kit/index.ts';

/** What to do when somebody is at risk, before anything is written down (Code of Practice 2013). */
export function WhatToDo(): ReactNode {
  return (
    <div className="desk-urgent">
      <h2 className="govuk-heading-m">Risk to life, self-harm or a medical emergency</h2>
      <p className="govuk-body">
        <strong>Tell staff at once, whatever the person wishes.</strong> If you have left the suite, ring its
        custody desk.
      </p>
      <h2 className="govuk-heading-m">
        Assault, sexual assault, ill-treatment or another serious allegation
      </h2>
      <p className="govuk-body">Ring the office’s numbers below, in their order, until somebody answers.</p>
      <h2 className="govuk-heading-m">If it concerns the inspector</h2>
      <p className="govuk-body">Tell the next rank or the office, not the inspector.</p>
      <h2 className="govuk-heading-m">Note the words, never investigate</h2>
      <p className="govuk-body">
        Write down what you saw and what was said, in the person’s own words. Ask nothing about what happened.
      </p>
      <WarningText>Saving tells nobody. Only telling staff or ringing does.</WarningText>
    </div>
  );
}
