import { saysNothing } from './cells.ts';
import { isDate } from './dates.ts';
import { foldedNames, foldHeader } from './fold-header.ts';
import { toBoolean } from './words.ts';

/** Where columns stand that may say that an answer is none to count: a test, spam, one that was taken back or broken off. */
export function setAsideIn(header: readonly string[], at: Readonly<Record<string, number>>): number[] {
  const read = new Set(Object.values(at));
  return header.flatMap((text, index) => (!read.has(index) && kindOf(text) !== null ? [index] : []));
}

/** Whether such a column sets the answer aside by what it says. @param all the whole header row, by which numbers are known for statuses */
export function setsAside(header: string, text: string, all: readonly string[]): boolean {
  if (text === '' || saysNothing(text)) return false;
  switch (kindOf(header)) {
    case 'mark':
      return toBoolean(text) ?? (/^[1-9]\d*$/.test(text) || isDate(text) || asideWords.has(foldHeader(text)));
    case 'whole':
      return toBoolean(text) === false || asideWords.has(foldHeader(text));
    case 'progress':
      return isPartOf(text);
    case 'status':
      return asideWords.has(foldHeader(text)) || (qualtricsAside.has(text) && isQualtrics(all));
    case null:
      return false;
  }
}

/** Whether such a column is there to say when an answer was completed, and says it of none. */
export function isUnfinished(header: string, text: string): boolean {
  return (text === '' || saysNothing(text)) && kindOf(header) === 'whole' && whenItWas.test(header);
}

const whenItWas = /[\s_](?:at|on|den)\s*$/iu;

type AsideKind = 'mark' | 'whole' | 'progress' | 'status';

function kindOf(header: string): AsideKind | null {
  return header.length > longest ? null : (kinds.get(foldHeader(header.replace(around, ''))) ?? null);
}

/** An export of Qualtrics with values in place of labels: a Status is a number there. */
function isQualtrics(header: readonly string[]): boolean {
  const names = new Set(header.map(foldHeader));
  return qualtricsNames.every((name) => names.has(name));
}

const qualtricsNames = ['Status', 'RecordedDate'].map(foldHeader);
/** Previews, tests and what is taken for spam, also offline and of employees (Qualtrics, “Understanding Your Dataset”). */
const qualtricsAside: ReadonlySet<string> = new Set(['1', '2', '8', '9', '12', '17', '40']);

/** "20", "20 %", "0,2" of all questions. Of how many 1 is a part is not said. */
function isPartOf(text: string): boolean {
  const said = /^(\d{1,3}(?:[.,]\d+)?) ?(%)?$/.exec(text);
  const share = Number(said?.[1]?.replace(',', '.') ?? 100);
  return share < 100 && (said?.[2] !== undefined || share !== 1);
}

const longest = 60;
/** What stands around the name of a mark: "Is spam", "Deleted at", "Slettet den", "Completed?". */
const around = /^\s*(?:is|er|was|has been)[\s_]+|[\s_]+(?:at|on|den|flag|mark)\s*\??\s*$|\?\s*$/giu;

const kinds: ReadonlyMap<string, AsideKind> = named({
  mark: [
    'spam,test,test response,test mode,preview,deleted,removed,disqualified,screened out,partial,duplicate,duplicated,ignored,ignore,excluded,exclude,invalid,draft',
    'slettet,fjernet,testsvar,forhåndsvisning,frasorteret,diskvalificeret,diskvalifisert,delvist svar,delvis svar,dublet,duplikat,ugyldig,udelukket,utelukket',
    'ekskluderet,ekskludert,kladde,utkast,hidden,retracted,withdrawn,trukket tilbage,trukket tilbake',
  ],
  whole: [
    'finished,complete,completed,is complete,valid,fuldført,fullført,gennemført,gjennomført,færdig,ferdig,gyldig,afsluttet,avsluttet,submitted,indsendt,innsendt',
  ],
  progress: ['progress,percent complete,completion,completion rate,completion percentage,fremdrift,fremskridt'],
  status: [
    'status,state,response status,response type,survey status,review status,answer status,submission status,completion status,complete status,respondent status',
    'distribution channel,svarstatus,besvarelsesstatus,svartype,anmeldelsesstatus,undersøgelsesstatus,undersøkelsesstatus,moderation status,verification status',
  ],
});

const asideWords = foldedNames(
  'partial,partially complete,partially completed,partial complete,incomplete,not complete,not completed,unfinished,in progress,started,not finished',
  'abandoned,broken off,break off,dropped out,disqualified,disqualify,screened out,screenout,screen out,terminated,quota full,over quota,overquota,quota',
  'test,survey test,test response,preview,survey preview,spam,spam preview,survey preview spam,offline preview,bot,deleted,removed,duplicate,draft,rejected',
  'ignored,invalid,hidden,retracted,withdrawn,taken down,unpublished',
  'delvis,delvist,delvist besvaret,delvis besvart,delvist gennemført,delvis gjennomført,ufuldstændig,ufullstendig,ikke fuldført,ikke fullført',
  'ikke afsluttet,ikke avsluttet,ikke færdig,ikke ferdig,påbegyndt,påbegynt,i gang,afbrudt,avbrutt,diskvalificeret,diskvalifisert,frasorteret,screenet ud',
  'screenet ut,kvote fuld,kvote full,testsvar,forhåndsvisning,slettet,fjernet,dublet,duplikat,kladde,utkast,ugyldig,skjult,trukket tilbage,trukket tilbake',
  'afvist,avvist',
);

function named(lists: Readonly<Record<AsideKind, readonly string[]>>): ReadonlyMap<string, AsideKind> {
  return new Map(
    (Object.keys(lists) as AsideKind[]).flatMap((kind) =>
      lists[kind].flatMap((list) => list.split(',')).map((name) => [foldHeader(name), kind] as const),
    ),
  );
}
