import { knownWords, openingWords } from './known-words.ts';

/** Why a text was pointed at. */
export type FoundKind = 'name' | 'dateOfBirth' | 'offence';
export type FoundWords = { kind: FoundKind; words: string };

type Found = FoundWords & { from: number };

/** What a title is followed by is a name, unless it is a collar number or a word of the trade. */
const titles =
  'Mr|Mrs|Ms|Miss|Mx|Dr|Sir|Madam|Lady|Prof|Professor|Rev|Father|Imam|Rabbi|Sgt|Sergeant|PS|PC|PCSO|DC|DS|DI|DCI|DCC|CI|ACI|Insp|Inspector|Supt|Superintendent|Constable|Officer|DO|DDO|CDO|SDO|Nurse|Doctor|Paramedic|Solicitor|Detainee|Prisoner';
const capital = "\\p{Lu}[\\p{L}'’-]*\\p{Ll}[\\p{L}'’-]*";
const initials = '(?:\\p{Lu}\\.? ?)?';
const titled = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${titles})\\.? +(${initials}\\p{Lu}[\\p{L}'’-]+)(?:[ ](${capital}))?`,
  'gu',
);
/** Written carelessly, a form of address is one all the same; “miss” and “sir” are words of their own. */
const careless = /(?<![\p{L}\p{N}])[Mm]rs?\.? +(?!and(?!\p{L}))(\p{L}[\p{L}'’-]+)/gu;
const introduced =
  /(?<![\p{L}\p{N}])(?:name(?: is| was|:)|names are|named|called|calls (?:himself|herself|themselves)|known as|nicknamed|surname|first name|forename)(?: is| was|:)? +[“"'‘]?(\p{Lu}[\p{L}'’-]*\p{Ll}[\p{L}'’-]*(?: \p{Lu}[\p{L}'’-]*\p{Ll}[\p{L}'’-]*)?)/gu;

const months = 'jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec';
const day = `(?:\\d{1,2}[./ -]\\d{1,2}[./ -](?:\\d{4}|\\d{2})|\\d{4}-\\d{2}-\\d{2}|\\d{1,2}(?:st|nd|rd|th)? (?:of )?(?:${months})[a-z]*,? (?:\\d{4}|\\d{2}))`;
const birth = new RegExp(
  `(?<![\\p{L}])(?:d\\.?o\\.?b\\.?|date of birth|birthday|born)(?: is| was|:)?(?: on| in| the)*[ :]*(?:${day}|(?:(?:${months})[a-z]*,? )?(?:19|20)\\d{2})(?!\\d)`,
  'giu',
);
const anyDay = new RegExp(`(?<![\\d/])${day}(?![\\d/])`, 'giu');

const offences =
  'theft|thefts|stealing|shoplifting|burglary|robbery|murder|manslaughter|assault|assaulting|battery|gbh|abh|wounding|rape|sexual|indecent|drugs?|possession|supply|supplying|pwits|drink[ -]driving|drunk|driving|dangerous|criminal|arson|fraud|harassment|stalking|affray|breach|kidnap|kidnapping|blackmail|domestic|public|malicious|threats?|weapons?|knife|stabbing|firearms?|terrorism|recall|shop|handling|money|coercive|child|grievous|actual|attempted|conspiracy|immigration';
const arrested =
  /(?<![\p{L}])(?:(?:(?:re-?)?arrested|nicked|prosecuted) (?:for|over)|charged with|accused of|in connection with|on suspicion of) +(?!(?:the|a|an|his|her|their)? ?(?:first|second|third|own|safety|protection|court|long|while|few|several|some)|\d|one|two|three|more|less|over|about|nearly)((?:an? )?[\p{L}-]+(?: (?!(?:and|but|who|at|on|in|he|she|they|which|yesterday|today|last|this|when|so|because|after|before|from|a|an|the|to|by|his|her|with)(?![\p{L}-]))[\p{L}-]+){0,2})/giu;
const offenceNamed = new RegExp(
  `(?<![\\p{L}])(?:(?:held|detained|kept|here|in|custody|locked up|remanded|wanted|suspected) (?:for|of)|(?:alleged|index)? ?offence (?:is|was|of)) +(?:an? |the |alleged )?(?:${offences})(?:[ -]\\p{L}+)?`,
  'giu',
);

const bare = (word: string): string => word.toLowerCase().replace(/['’]s?$/u, '');

/** What the known words of this office are, with the names of its suites and stations among them. */
const knownWith = (places: readonly string[]): ((word: string) => boolean) => {
  const own = new Set(places.flatMap((place) => place.split(/[^\p{L}'’-]+/u)).map(bare));
  return (word) => {
    const small = bare(word);
    return knownWords.has(small) || own.has(small) || own.has(word.toLowerCase());
  };
};

const matchesOf = (text: string, pattern: RegExp) => [...text.matchAll(pattern)];

const titledNames = (text: string, known: (word: string) => boolean): Found[] =>
  matchesOf(text, titled).flatMap((m) => {
    const [first, second] = [m[1] ?? '', m[2]];
    const surname = first.replace(/^\p{Lu}\.? /u, '');
    // Not “PS Custody”, and not an abbreviation of the trade: “DS CID”.
    if (known(surname) || (surname === surname.toUpperCase() && surname.length < 4)) return [];
    const whole = second && known(second) ? m[0].slice(0, -second.length).trimEnd() : m[0];
    return [{ kind: 'name', words: whole, from: m.index }];
  });

const oneWord = (text: string, pattern: RegExp, known: (word: string) => boolean): Found[] =>
  matchesOf(text, pattern).flatMap((m) =>
    known((m[1] ?? '').split(' ')[0] ?? '') ? [] : [{ kind: 'name', words: m[0], from: m.index }],
  );

type Word = { text: string; from: number; opens: boolean };

/** The words of a text, and whether each begins a sentence or a line. */
const wordsOf = (text: string): Word[] =>
  matchesOf(text, /[\p{L}][\p{L}'’-]*/gu).map((m) => {
    const near = text.slice(Math.max(0, m.index - 8), m.index);
    const before = near.trimEnd();
    const opens =
      before === '' || /[.!?:;•–—"“(/-]$/u.test(before) || near.slice(before.length).includes('\n');
    return { text: m[0], from: m.index, opens };
  });

const wholeCapital = new RegExp(`^${capital}$`, 'u');
const isCapital = (word: string): boolean => wholeCapital.test(word);
const isInitial = (word: string): boolean => /^\p{Lu}$/u.test(word) && !/^[AI]$/.test(word);

/** Whether the first word of a sentence may be a first name: not a word of the language that stands there often. */
const mayOpen = (word: string): boolean => {
  const small = bare(word);
  return !openingWords.has(small) && !small.endsWith('ing');
};

/** Two or more capitalised words in a row that are no known words; initials go with the name they precede. */
const capitalRuns = (text: string, known: (word: string) => boolean): Found[] => {
  const found: Found[] = [];
  let run: Word[] = [];
  const end = () => {
    const proper = run.filter((w) => !isInitial(w.text));
    const last = run.at(-1);
    if (last && run.length > 1 && proper.length > 0)
      found.push({
        kind: 'name',
        words: text.slice(run[0]?.from, last.from + last.text.length).replace(/['’]s$/u, ''),
        from: run[0]?.from ?? 0,
      });
    run = [];
  };
  for (const word of wordsOf(text)) {
    const last = run.at(-1);
    const between = last && text.slice(last.from + last.text.length, word.from);
    // “J. Smith” is no end of a sentence.
    const follows = last && (isInitial(last.text) ? /^\.? ?$/ : /^ $/).test(between ?? '');
    if (!follows) end();
    const named = (isCapital(word.text) && !known(word.text)) || isInitial(word.text);
    if (named && (!word.opens || mayOpen(word.text) || run.length > 0)) run.push(word);
    else end();
  }
  end();
  return found;
};

/** A day long before the visit is more likely a day of birth than anything else a visitor writes down. */
const longAgo = (text: string, year: number): Found[] =>
  matchesOf(text, anyDay).flatMap((m) => {
    const digits = /(\d{4}|\d{2})$/.exec(m[0])?.[1] ?? '';
    const given = /^\d{4}-/.test(m[0]) ? m[0].slice(0, 4) : digits;
    const short = Number(given);
    const full = given.length === 4 ? short : short + (short > year % 100 ? 1900 : 2000);
    return full < year - 8 ? [{ kind: 'dateOfBirth', words: m[0], from: m.index }] : [];
  });

const plain = (text: string, pattern: RegExp, kind: FoundKind): Found[] =>
  matchesOf(text, pattern).map((m) => ({ kind, words: m[0].trim(), from: m.index }));

/**
 * What in a text looks like a name, a date of birth or an offence, each once, in the order of the text. It points, and
 * is often wrong: the final check asks, and “not a name” is an answer.
 * @param places names of the office's suites and stations, which are nobody's
 * @param year the year of the visit: days long before it are taken for days of birth
 */
export const foundIn = (text: string, places: readonly string[], year: number): FoundWords[] => {
  const known = knownWith(places);
  const all = [
    ...titledNames(text, known),
    ...oneWord(text, careless, known),
    ...oneWord(text, introduced, known),
    ...capitalRuns(text, known),
    ...plain(text, birth, 'dateOfBirth'),
    ...longAgo(text, year),
    ...plain(text, arrested, 'offence'),
    ...plain(text, offenceNamed, 'offence'),
  ].sort((a, b) => a.from - b.from || b.words.length - a.words.length);
  const apart: Found[] = [];
  for (const one of all) {
    const last = apart.at(-1);
    if (!last || one.from >= last.from + last.words.length) apart.push(one);
  }
  const seen = new Set<string>();
  return apart.flatMap(({ kind, words }) => {
    if (seen.has(words)) return [];
    seen.add(words);
    return [{ kind, words }];
  });
};
