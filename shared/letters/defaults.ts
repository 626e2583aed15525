import type { LetterKind } from '#shared/records/letter.ts';
import { defaultCaseLetters } from './default-cases.ts';
import { defaultMails } from './default-mails.ts';
import { defaultReviewLetters } from './default-reviews.ts';

/** The letters that an office has before it writes its own, by a key from which their ids are derived. */
export type DefaultLetter = { key: string; of: LetterKind; name: string; subject: string; body: string };

export const defaultLetters: readonly DefaultLetter[] = [
  {
    key: 'inspector',
    of: 'concern',
    name: 'To the custody inspector',
    subject: 'Independent custody visiting, {{suite}}: {{reference}}',
    body: `Dear {{to}}

I am writing for {{office}} about custody at {{suite}}. The following was raised through the independent custody visiting scheme and has not been settled yet:

{{concerns}}

I should be grateful if you would look into this and tell me what has been done about it, or what you intend to do and by when. Please let me have your answer by {{due}}, and give the number above with it.

Whatever is raised is followed until it is settled: the next visitors will look again, and those who raised it will learn what became of it. If anything is not clear, please ask me.

Yours sincerely

{{sender}}
for {{office}}`,
  },
  {
    key: 'headOfCustody',
    of: 'concern',
    name: 'To the Head of Custody',
    subject: 'Independent custody visiting, {{suite}}: {{reference}}, for your attention',
    body: `Dear {{to}}

I am writing for {{office}} to bring the following to your attention. It was raised through the independent custody visiting scheme about custody at {{suite}}:

{{concerns}}

It could not be settled at the suite, or is of a kind that should be known to you. I should be grateful for your view, and to hear what will be done, by whom and by when. Please let me have your answer by {{due}}, and give the number above with it.

What you answer may be published in outline, without anything by which a person could be recognised. I am glad to talk it over if that would help.

Yours sincerely

{{sender}}
for {{office}}`,
  },
  {
    key: 'reminder',
    of: 'reminder',
    name: 'Reminder of a late answer',
    subject: 'Reminder: independent custody visiting, {{suite}}: {{reference}}',
    body: `Dear {{to}}

On {{askedOn}} I wrote to you about custody at {{suite}} and asked for an answer by {{wasDue}}. I have not had one yet. This is what I wrote about:

{{concerns}}

I should be grateful if you would answer by {{due}}, even if only to say when a full answer can be expected. If your answer is on its way, please accept my thanks and take no notice of this letter.

Yours sincerely

{{sender}}
for {{office}}`,
  },
  {
    key: 'suiteSheet',
    of: 'suiteSheet',
    name: 'Cover words of the monthly sheet',
    subject: 'Independent custody visiting, {{suite}}: concerns awaiting an answer, {{month}}',
    body: `Dear {{to}}

With this comes the list of what the independent custody visiting scheme has raised at {{suite}} and what awaits an answer: {{count}} in {{month}}.

Please fill in what was done, by whom, and the day on which it was done or is planned for, and send the file back to me by {{due}}. The rows may stand in any order. A row that cannot be answered yet may be left empty; it will come again next month.

Please put no detainee’s name in it. Thank you for your help.

{{sender}}
for {{office}}`,
  },
  ...defaultMails,
  ...defaultReviewLetters,
  ...defaultCaseLetters,
];
