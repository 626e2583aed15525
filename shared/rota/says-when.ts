/**
 * Words beside a rota name no day and no time: a visit is unannounced, at a time that only its pair knows (Code of
 * Practice on Independent Custody Visiting 2013). Weeks, months and years may be named. Where in doubt the words are
 * not taken: whoever writes them can say the same without.
 */

const oneOf = (words: string): string => `(?:${words.trim().split(/\s+/).join('|')})`;

const weekdays = oneOf('mondays? tuesdays? wednesdays? thursdays? fridays? saturdays? sundays?');
/** Short for a weekday and for nothing else that people write. */
const shortDays = oneOf('mons? tues? weds thu thurs? thur fris?');
/** Short for a weekday, and words of their own: she sat down, in the sun, newly wed. */
const doubtfulDays = oneOf('sat sun wed');
const months =
  oneOf(`january jan february feb april apr june jun july jul august aug september sept sep october oct
  november nov december dec`);
/** Months that are verbs as well, where they are not written as names. */
const doubtfulMonths = '(?:may|march|mar)';
const namedMonths = '(?:May|March|Mar)';
const smallNumbers = oneOf('one two three four five six seven eight nine ten eleven twelve');
const ordinalWords = oneOf(`first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth
  thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth thirtieth
  twenty[\\s-](?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth) thirty[\\s-]first`);
const ordinal = `(?:(?:[12]?\\d|3[01])\\s?(?:st|nd|rd|th)|${ordinalWords})`;
const dayNumber = '(?:0?[1-9]|[12]\\d|3[01])';
const hour = '(?:[01]?\\d|2[0-4])';
const apostrophe = "['\u2019\u2018`]";

/** What may follow a number so that it counts something, and is no time: after 3 weeks, by two others. */
const ends =
  '(?=\\s*(?:$|[.,;:!?)/\\u2013\\u2014-]|\\b(?:and|or|to|till|until|in|sharp|prompt|onwards?)\\b))';
const before = oneOf('at by around about before after until till from past since between towards circa');

const rules: readonly RegExp[] = [
  // Days of the week, and days by what they are called.
  new RegExp(`\\b(?:${weekdays}|${shortDays})\\b`, 'iu'),
  new RegExp(`\\b(?:on|this|next|last|every|each|by|until|till)\\s+(?:a\\s+)?${doubtfulDays}s?\\b`, 'iu'),
  new RegExp(`\\b${doubtfulDays}s?(?=\\s*(?:\\d|am\\b|pm\\b|or\\b|/|&|-\\s*\\w))`, 'iu'),
  /(?<=[\p{L}\p{N},;:]\s)(?:Sat|Sun|Wed)s?\b/u,
  new RegExp(`^\\W*${doubtfulDays}s?\\W*$`, 'iu'),
  /\b(?:weekends?|weekdays?|midweek|mid-week|today|tomorrow|yesterday|tonight|day after)\b/iu,
  new RegExp(
    `\\b(?:bank holidays?|boxing day|christmas (?:day|eve)|new year${apostrophe}?s? (?:day|eve))\\b`,
    'iu',
  ),

  // Dates, in figures and in words.
  /\b\d{4}[-/.]\d{1,2}[-/.]\d{1,2}\b/u,
  /\b\d{1,2}\s?[-/.]\s?\d{1,2}\s?[-/.]\s?(?:\d{4}|\d{2})\b/u,
  new RegExp(
    `(?<![\\d/])(?!(?:1/2|1/3|2/3|1/4|3/4)(?![\\d/]))${dayNumber}/(?:0?[1-9]|1[0-2])(?![\\d/])`,
    'u',
  ),
  new RegExp(`\\b(?:${ordinal}|${dayNumber})(?:\\s+of)?[\\s-]*${months}\\b`, 'iu'),
  new RegExp(`\\b${dayNumber}\\s*${namedMonths}\\b`, 'u'),
  new RegExp(`\\b(?:${ordinal}(?:\\s+of)?|${dayNumber}\\s+of)\\s+${doubtfulMonths}\\b`, 'iu'),
  new RegExp(`\\b${months}\\.?,?\\s*(?:the\\s+)?(?:${ordinal}|${dayNumber})\\b(?!\\s?\\d)`, 'iu'),
  new RegExp(`\\b${namedMonths}\\.?,?\\s*${dayNumber}\\b`, 'u'),
  new RegExp(`\\b${doubtfulMonths},?\\s*(?:the\\s+)?${ordinal}\\b`, 'iu'),
  new RegExp(
    `\\b(?:on|by|until|till|from|before|after|since)\\s+(?:the\\s+)?${ordinal}(?=\\s*(?:$|[.,;:!?)/\\u2013\\u2014-]|\\b(?:and|or|to|of the month)\\b))`,
    'iu',
  ),

  // Times of the day, in figures and in words.
  new RegExp(`(?<![\\d£$€.:])${hour}\\s?[:.h]\\s?[0-5]\\d(?![\\d.]|\\s*(?:%|per cent|miles?|km))`, 'iu'),
  new RegExp(`\\b${hour}(?:\\s?[:.]?\\s?[0-5]\\d)?\\s?(?:a\\.?m|p\\.?m)\\b`, 'iu'),
  new RegExp(`\\b${smallNumbers}\\s?(?:a\\.m|p\\.m|pm)\\b`, 'iu'),
  /\b(?:[01]\d|2[0-3])[0-5]\d\s?(?:h|hrs?|hours?)\b/iu,
  /\bat\s+(?:[01]\d|2[0-3])[0-5]\d\b/iu,
  new RegExp(`\\b${before}\\s+(?:[01][0-8]|09|19|2[1-3])[0-5]\\d\\b`, 'iu'),
  new RegExp(`\\b(?:${hour}|${smallNumbers})\\s?o\\s?${apostrophe}?\\s?clock\\b`, 'iu'),
  new RegExp(`\\b(?:${hour}|${smallNumbers})\\s?-?ish\\b`, 'iu'),
  new RegExp(`\\bhalf\\s+(?:past\\s+)?(?:${hour}|${smallNumbers})\\b`, 'iu'),
  new RegExp(
    `\\b(?:a\\s+)?(?:quarter|five|ten|twenty|twenty[\\s-]five|\\d{1,2})(?:\\s+minutes?)?\\s+(?:past|to)\\s+(?:${hour}|${smallNumbers})\\b${ends}`,
    'iu',
  ),
  new RegExp(`\\b${before}\\s+(?:about\\s+)?(?:${hour}|${smallNumbers})\\b${ends}`, 'iu'),
  /\b(?:mornings?|afternoons?|evenings?|nights?|overnight|daytime|night-?time|midnight|midday|mid-day|noon|lunch-?times?|tea-?time|breakfast|dawn|dusk|sunrise|sunset|(?:early|small) hours|rush hour|(?:early|late|day) (?:shift|turn)s?)\b/iu,
];

/** As it is read, not as it was typed: no letters from elsewhere that look alike, and nothing between them. */
const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();

/** The first words of a text that name a day or a time; undefined where none do. */
export const saysWhen = (text: string): string | undefined => {
  const read = plain(text);
  for (const rule of rules) {
    const found = rule.exec(read)?.[0].trim();
    if (found) return found;
  }
  return undefined;
};
