import type { DefaultLetter } from './defaults.ts';

/** The mails to volunteers that an office has before it writes its own. None of them knows a day or a time to come. */
export const defaultMails: readonly DefaultLetter[] = [
  {
    key: 'rotaReminder',
    of: 'rotaReminder',
    name: 'Places of the rota',
    subject: 'Custody visits: {{weeks}}',
    body: `Dear {{to}}

These are the places of the rota for {{weeks}}:

{{places}}

Please settle the day and the time between the two of you, and tell nobody else: visits are unannounced. If you cannot go, ask for cover in ICV Desk or ring me as soon as you know.

Thank you

{{sender}}
for {{office}}`,
  },
  {
    key: 'lateReport',
    of: 'lateReport',
    name: 'A report that has not come',
    subject: 'Custody visit to {{suite}}: no report yet',
    body: `Dear {{to}}

You stood in the rota for {{suite}} in {{week}}, and no report of it has reached the office yet.

If you went, please finish the report and send it; what you have written is safe on your laptop until then. If the visit was not made, just tell me, so that the week can be closed. If something keeps you from either, please ring me.

Thank you

{{sender}}
for {{office}}`,
  },
  {
    key: 'cover',
    of: 'cover',
    name: 'Somebody is looked for to go',
    subject: 'Custody visit to {{suite}}: could you go?',
    body: `Dear {{to}}

Somebody is looked for to visit {{suite}} in {{week}}, together with {{partner}}. The day and the time are for the two of you to settle.

If you could go, take the place in ICV Desk or ring me. Whoever comes first has it; please do not worry if you cannot.

Thank you

{{sender}}
for {{office}}`,
  },
  {
    key: 'thanksReport',
    of: 'thanksReport',
    name: 'Thanks for a report',
    subject: 'Thank you for your visit to {{suite}}',
    body: `Dear {{to}}

Thank you for your visit to {{suite}} on {{visited}} and for the report you sent. I have read it and accepted it. What you raised, if anything, is followed until it is settled, and you will learn in ICV Desk what became of it.

{{sender}}
for {{office}}`,
  },
  {
    key: 'thanksConcern',
    of: 'thanksConcern',
    name: 'Thanks for a concern that is settled',
    subject: '{{reference}} is settled: thank you',
    body: `Dear {{to}}

What you raised at {{suite}} on {{raisedOn}} ({{reference}}, {{area}}) is settled. You can read in ICV Desk what was answered and done. It was looked into because you saw it and wrote it down: thank you.

{{sender}}
for {{office}}`,
  },
];
