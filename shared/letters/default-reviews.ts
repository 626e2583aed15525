import type { DefaultLetter } from './defaults.ts';

const ending = 'Yours sincerely\n\n{{sender}}\nfor {{office}}';

/** A letter of a review as an office begins with it: the same beginning and end, and paragraphs between. */
const letter = (
  of: DefaultLetter['of'],
  name: string,
  subject: string,
  ...paragraphs: readonly string[]
): DefaultLetter => ({
  key: of,
  of,
  name,
  subject: `${subject}: {{reference}}`,
  body: ['Dear {{to}}', ...paragraphs, ending].join('\n\n'),
});

const adjustments =
  'If anything should be done differently so that you can take part, for example letters in large print or a call instead of a letter, please tell us.';

/** The letters of complaint reviews that an office has before it writes its own. What is not certain in law is in none. */
export const defaultReviewLetters: readonly DefaultLetter[] = [
  letter(
    'reviewAcknowledgement',
    'Acknowledgement',
    'Application for a review',
    'Thank you for {{application}} for a review of the outcome of {{complaint}}. This office received it on {{received}}. Its number here is {{reference}}; please give it whenever you write or ring.',
    'We look first at whether this office is the body that decides it, and whether it can be taken on. If so, we ask the force for its papers. The one question that the law puts to a review is whether the outcome of the complaint was reasonable and proportionate. A review does not investigate the complaint again.',
    'We aim to finish by {{due}}. We will write to you meanwhile about how it goes, and tell you if it takes longer.',
    adjustments,
  ),
  letter(
    'reviewInformation',
    'Request for information',
    'What we need for the review',
    'I am writing about {{application}} for a review of the outcome of {{complaint}}, received on {{received}}. So that we can deal with it, please send us:',
    '{{asked}}',
    'Please let us have it by {{due}}, and give the number above. If you cannot, or need more time, please tell us.',
    adjustments,
  ),
  letter(
    'reviewNotice',
    'Notice of receipt',
    'Notice of an application for a review',
    'This is notice that {{office}} received on {{received}} {{application}} for a review of the outcome of {{complaint}}. {{route}}',
    'The review asks whether the outcome of the complaint was reasonable and proportionate. Nothing is asked of you by this letter. We will write again if anything is.',
  ),
  letter(
    'reviewFile',
    'Request for the file',
    'Papers for a review',
    '{{office}} received on {{received}} {{application}} for a review of the outcome of {{complaint}}. {{route}}',
    'Please send us by {{due}} the papers on which the outcome rests: the complaint as it was recorded, how it was handled and what was found out, the outcome and the letter that told it, and what else was considered.',
    'Please give the number above with them, and tell us if anything in them must not be shown to the applicant.',
  ),
  letter(
    'reviewProgress',
    'How the review goes',
    'How the review goes',
    'I am writing to tell you how {{application}} for a review of the outcome of {{complaint}} goes. {{progress}}',
    'We aim to finish by {{due}}. You need not do anything. If something has changed for you, or you have a question, please tell us.',
    adjustments,
  ),
  letter(
    'reviewInvalid',
    'The application is not valid',
    'Application for a review',
    'Thank you for {{application}} for a review of the outcome of {{complaint}}, which this office received on {{received}}. We have looked at whether it can be taken on, and it cannot. These are the reasons:',
    '{{reasons}}',
    'This says nothing about whether the complaint was right or wrong. If a reason no longer holds, or you think that we have misunderstood something, please tell us.',
    adjustments,
  ),
  letter(
    'reviewForwarded',
    'Forwarded to the IOPC',
    'Application for a review',
    'Thank you for {{application}} for a review of the outcome of {{complaint}}, which this office received on {{received}}. It is not for this office to decide: the Independent Office for Police Conduct (IOPC) decides it, because {{whyBody}}.',
    'We forwarded the application to the IOPC on {{endedOn}}, and you need not apply again. It counts as made on that day, and the time during which it was with us is left out when it is asked whether it was made in time. The IOPC will write to you.',
    'Please send whatever else you wish to say about it to the IOPC.',
  ),
  letter(
    'reviewWithdrawn',
    'The application is withdrawn',
    'Application for a review',
    'You have told us that {{application}} for a review of the outcome of {{complaint}} is withdrawn. We ended the review on {{endedOn}} without a decision.',
    'If this is not what you meant, please tell us as soon as you can.',
  ),
  letter(
    'reviewComplaintWithdrawn',
    'The complaint is withdrawn',
    'A complaint that is withdrawn',
    'We have been told that {{complaint}} is itself withdrawn, and not only {{application}} for a review of its outcome. We ended the review on {{endedOn}} without a decision, and pass this on to you as the appropriate authority (Police (Complaints and Misconduct) Regulations 2020, regulation 38).',
    'This is what we were told: {{reasons}}',
  ),
  letter(
    'reviewDecision',
    'The decision',
    'The decision on a review',
    'This is the decision on {{application}} for a review of the outcome of {{complaint}}. {{route}} It answers one question: whether that outcome was reasonable and proportionate.',
    '{{finding}}',
    'This was decided on {{decidedOn}} by {{decidedBy}}, for these reasons:',
    '{{reasons}}',
    'This is what was found of each allegation:',
    '{{findings}}',
    'This is what is recommended to the force:',
    '{{recommendations}}',
    '{{forceAsked}}',
    'There is no further right to a review of this decision. It can be challenged in the High Court alone, by judicial review, if it was not made lawfully. A claim must be made promptly, and in any event within three months. You may wish to take legal advice, which this office cannot give.',
    'If you are unhappy with how this office has dealt with you, rather than with what was decided, please answer this letter and say so.',
    adjustments,
  ),
  letter(
    'reviewRecommendation',
    'Recommendations to the force',
    'Recommendations after a review',
    'The review of the outcome of {{complaint}} was decided on {{decidedOn}} by {{decidedBy}}. {{route}} {{finding}}',
    'This is recommended to you as the appropriate authority:',
    '{{recommendations}}',
    'Please tell us by {{due}} whether you accept each of these, what you will do about it and by when, and the reasons for whatever you do not accept. We will tell the complainant what you answer.',
  ),
  letter(
    'reviewAnswer',
    'What the force answered',
    'What the force answered',
    'When we told you the decision on {{application}} for a review of the outcome of {{complaint}}, we told you what was recommended to the force. This is what it has answered:',
    '{{answers}}',
    'A review recommends; it cannot direct the force. If the force has more to tell us about what it did, we will follow it.',
    adjustments,
  ),
];
