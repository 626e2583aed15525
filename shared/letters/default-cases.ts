import type { DefaultLetter } from './defaults.ts';

const letter = (
  of: DefaultLetter['of'],
  name: string,
  subject: string,
  ...paragraphs: readonly string[]
): DefaultLetter => ({
  key: of,
  of,
  name,
  subject: `${subject} ({{reference}})`,
  body: ['Dear {{to}}', ...paragraphs, 'Yours sincerely\n\n{{sender}}\nfor {{office}}'].join('\n\n'),
});

const adjustments = 'If you would like us to write or speak to you in another way, please tell us.';
const commissioner =
  'If you are still not content, you can complain to the Information Commissioner (ico.org.uk), who normally expects an internal review to have been asked for first.';

/** The letters of correspondence that an office has before it writes its own. */
export const defaultCaseLetters: readonly DefaultLetter[] = [
  letter(
    'caseAcknowledgement',
    'Acknowledgement',
    'Your message: {{about}}',
    'Thank you for your message, which reached this office on {{received}}. Its number here is {{reference}}; please give it whenever you write or ring.',
    'We aim to answer by {{due}}, and will tell you if it takes longer.',
    adjustments,
  ),
  letter(
    'caseAnswer',
    'Answer',
    'Your message: {{about}}',
    'Thank you for your message of {{received}}.',
    '{{answer}}',
    adjustments,
  ),
  letter(
    'caseHolding',
    'It takes longer',
    'Your message: {{about}}',
    'I am sorry that our answer to your message of {{received}} takes longer than we hoped: {{reasons}}',
    'We now aim to answer by {{due}}.',
  ),
  letter(
    'caseClarification',
    'Please say more',
    'Your message: {{about}}',
    'Thank you for your message of {{received}}. So that we can answer it well, please tell us:',
    '{{question}}',
    'Please let us know by {{due}}. If you cannot, or need more time, please tell us.',
  ),
  letter(
    'caseQuestion',
    'Question to the force',
    'Question of this office',
    'I am writing for {{office}} about something that a member of the public has raised with us.',
    '{{question}}',
    'Please let us have your answer by {{due}}, and give the number above with it.',
  ),
  letter(
    'caseReminder',
    'Reminder to the force',
    'Reminder: question of this office',
    'On {{askedOn}} we asked you for an answer by {{wasDue}}, which has not reached us yet. This was the question:',
    '{{question}}',
    'Please let us have your answer by {{due}}, or tell us what stands in its way.',
  ),
  letter(
    'caseFollowUp',
    'Follow-up',
    'Your message: {{about}}',
    'You wrote to this office on {{received}}. We said that we would come back to you, and this is what we have learnt since:',
    '{{answer}}',
  ),
  letter(
    'caseSignposting',
    'A complaint about the force',
    'Your message: {{about}}',
    'Thank you for your message of {{received}}. We understand it as a complaint about {{force}} or somebody who works for it. Such complaints are made to the force itself, through its website or by ringing 101, and the force deals with them.',
    'You can also complain through the Independent Office for Police Conduct (policeconduct.gov.uk), which passes complaints on to the force.',
    'If you are not content with the outcome of your complaint, you may be able to ask for a review. The letter that tells you the outcome says who decides it and by when to ask.',
    adjustments,
  ),
  letter(
    'caseOutOfRemit',
    'Not for this office',
    'Your message: {{about}}',
    'Thank you for your message of {{received}}. We have read it, and it is about something that this office cannot deal with:',
    '{{reasons}}',
  ),
  letter(
    'requestAcknowledgement',
    'Request for information: acknowledgement',
    'Your request for information',
    'Thank you for your request, which reached this office on {{received}}. As we understand it, you ask for:',
    '{{asked}}',
    'We will answer promptly, and by {{due}} at the latest. Please tell us if we have misunderstood what you ask for.',
  ),
  letter(
    'requestClarification',
    'Request for information: clarification',
    'Your request for information',
    'Thank you for your request of {{received}}. We need to know more before we can find what you ask for:',
    '{{question}}',
    'The time for our answer begins once we hear from you. If we hear nothing within two months we will take it that you no longer wish to have the information.',
  ),
  letter(
    'requestExtension',
    'Request for information: more time',
    'Your request for information',
    'We need more time for your request of {{received}}. This is why:',
    '{{reasons}}',
    'We will answer by {{due}} at the latest.',
  ),
  letter(
    'requestDecision',
    'Request for information: decision',
    'Your request for information',
    'On {{received}} you asked for:',
    '{{asked}}',
    'This is our decision: {{outcome}}.',
    'What is withheld, and under which provisions:',
    '{{exemptions}}',
    '{{reasons}}',
    'If you are not content with this answer you can ask us for an internal review within 40 working days, by answering this message.',
    commissioner,
  ),
  letter(
    'requestReview',
    'Request for information: internal review',
    'Internal review of our answer to your request',
    'You asked us to look again at how we answered your request of {{received}}. Somebody who had no part in that answer has done so, and this is the outcome:',
    '{{answer}}',
    'If you are not content with this, you can complain to the Information Commissioner (ico.org.uk).',
  ),
];
