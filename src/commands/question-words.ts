import { foldText } from '../loyalty/facts/customer.ts';

/** What a sentence asks for that need not name a command. */
export interface Question {
  /** A command by its name, and what stands after it. */
  readonly asks: readonly [command: string, ...after: string[]];
  /** Whether it holds of a word of the sentence, so that the word was understood. */
  readonly says: (word: string) => boolean;
}

interface Known {
  /** Of each group one word has to stand in the sentence; "*" stands for whatever a word goes on with. */
  readonly of: readonly string[];
  readonly asks: Question['asks'];
}

const people =
  'customers clients kunder people folk partner partners partnere ambassador ambassadors ambassadør ambassadører';
const best = 'best worst bedst bedste beste værst verst dårligst dårligste';
const customers = 'customer customers client clients kunde kunder';
const buy =
  'order orders ordered buy buying bought purchase* shopped bestil* bestille bestilt købe køber købt køb kjøpe kjøper kjøpt kjøp handle handler handlet ordre ordrer hear heard høre hørt';
const leave =
  'lose losing leave leaving miste mister forsvinde* forsvinne* churning slutte slutter falde falder falle faller væk borte';
const gone = 'lost left gone falt faldt mistet mistede tabt tapt forsvundet forsvunnet forlod sluttet';
const not = "not no never haven't havent hasn't hasnt without ikke aldri aldrig uden uten";

/** What people say who have not seen the commands, whatever they name besides. The first that holds is meant. */
const first: readonly Known[] = [
  { of: ['urgent urgently haste* haster hastende'], asks: ['followups'] },
  { of: ['this denne', 'customer kunde kunden not ikke'], asks: ['customer'] },
  { of: ['track'], asks: ['targets'] },
  {
    of: [
      'why reason reasons hvorfor grund grunde grunn grunner',
      'complain* unhappy dissatisf* klage* utilfreds* misfornøyd*',
    ],
    asks: ['feedback', 'causes'],
  },
  { of: ['complain* klage*', 'about over'], asks: ['feedback', 'causes'] },
  {
    of: ['cost costs koste koster kostet price pris', `${customers} win winning vinde vinne skaffe new ny nye`],
    asks: ['cac'],
  },
  { of: [not, buy], asks: ['customers', 'lapsed'] },
  { of: ['many much mange meget mye andel share rate', `${leave} ${gone}`], asks: ['churn'] },
  { of: [gone, `${customers} who hvem`], asks: ['customers', 'lapsed'] },
  { of: [`${leave} risk risiko fare`], asks: ['at-risk'] },
  {
    of: [
      'import imports importer indlæsning* file files fil filen',
      'done finished ready status refused rejected went færdig* ferdig* afvist* avvist* klar gik gikk',
    ],
    asks: ['import', 'list'],
  },
  { of: ['when hvornår når', 'digest opsummering oppsummering'], asks: ['digest', 'settings'] },
  {
    of: [
      'quarter quarterly kvartal kvartalet',
      'go going went gone gik gikk går gått gået report rapport manager boss page chef chefen sjef sjefen leder leder* side review',
    ],
    asks: ['review'],
  },
  { of: ['recommend recommended recommends referred anbefale anbefalet anbefaler anbefalt'], asks: ['referral'] },
  { of: ['say says said sige siger sagde si sier sa think thinks synes mener', people], asks: ['feedback'] },
  {
    of: ['answered svarede svarte svart svaret', 'survey surveys undersøgelse* undersøkelse* sist sidst'],
    asks: ['feedback'],
  },
  { of: ['gave gav ga'], asks: ['feedback'] },
  { of: ['thank takke'], asks: ['customers', 'promoters'] },
  {
    of: ['ambassador* ambassadør* partner partners partnere', 'get got gained became fik fikk blev ble blevet blitt'],
    asks: ['ladder'],
  },
  { of: ['source sources kilde kilder', best], asks: ['clv', 'by', 'source'] },
  { of: ['country countries land lande', best], asks: ['nps', 'by', 'country'] },
  { of: ['stay staying bliver blir', 'long lenge længe'], asks: ['cohorts'] },
  { of: ['what hvad hva', 'customers clients kunder', 'worth værd verdt'], asks: ['clv'] },
  { of: ['back again return returning returned igen igjen tilbage tilbake'], asks: ['repeat'] },
  { of: ['happy satisfied tilfreds tilfredse fornøyd fornøyde glade'], asks: ['csat'] },
  { of: ['climb* moved moves move klatre* flytte* flyttet rykket rykker'], asks: ['ladder'] },
  {
    of: ['call calling phone ring ringe ringer ringes contact kontakte task tasks todo opgave* oppgave*'],
    asks: ['followups'],
  },
  { of: ['do gøre gjøre', 'today should first dag skal bør først'], asks: ['followups'] },
  {
    of: ['selling solgte sælger selger earn* tjent tjene* omsat omsatte omsatt income indtægt* inntekt* turnover'],
    asks: ['revenue'],
  },
];

/** What they mean where they name nothing else. */
const last: readonly Known[] = [
  {
    of: [
      'better worse improving doing going go bedre dårligere verre fremad framover fremover går gået gått gik gikk op opp ned up down',
    ],
    asks: ['overview'],
  },
];

/** What a sentence asks for, whatever it names; null: nothing that is known. */
export function questionIn(words: readonly string[]): Question | null {
  return holds(first, words);
}

/** What a sentence seems to ask for that names nothing. */
export function vagueQuestionIn(words: readonly string[]): Question | null {
  return holds(last, words);
}

function holds(all: readonly Known[], words: readonly string[]): Question | null {
  const folded = words.map(foldText);
  for (const { of, asks } of all) {
    const groups = of.map(wordIn);
    if (!groups.every((says) => folded.some(says))) continue;
    return { asks, says: (word) => groups.some((says) => says(foldText(word))) };
  }
  return null;
}

/** Whether any question is asked by a word, so that there is no slip in it. */
export const isQuestionWord: (word: string) => boolean = (() => {
  const says = wordIn([...first, ...last].flatMap(({ of }) => of).join(' '));
  return (word) => says(foldText(word));
})();

/** Whether a folded word is one of a list. */
function wordIn(list: string): (folded: string) => boolean {
  const known = foldText(list).split(' ');
  const whole = new Set(known);
  const begun = known.filter((one) => one.endsWith('*')).map((one) => one.slice(0, -1));
  return (folded) => whole.has(folded) || begun.some((beginning) => folded.startsWith(beginning));
}

/** Words without which a sentence asks for the same. */
export const isFiller: (word: string) => boolean = (() => {
  const says = wordIn(
    [
      "who's what's how's where's it's that's there's let's people everyone everybody folk bring brings give gives giver gir",
      'a an the this that these those it its is are was were be been do does did has have had will would can could should may',
      'i we you they us our ours your their my me who whom whose what which when where how why there here',
      'of to for in on at by with from and or than as so about versus vs against compared compare comparison between per',
      'many much more less most any all some each every one just please tell show give see know look looks after',
      'said say says think thinks happen happened happening getting likely way vej vei work works worked on rate purchase score number numbers figure figures answer answers today tomorrow next first good large big largest biggest',
      'top best important worth get gets got came come comes coming before now right still yet',
      'en et ei den det de disse denne dette der som er var være vært været bliver blir blev ble har havde hadde kan skal vil bør må',
      'jeg vi du i dere de os oss vores vort våre vår vårt jeres deres min mit mitt mine mig meg',
      'hvem hva hvad hvilke hvilken hvilket hvilen hvor hvordan hvorfor hvornår når her',
      'af av til for på ved med fra om og eller end enn som mod mot imod sammenlignet sammenlign sammenliknet forhold mellem mellom',
      'mange meget mye flere fler mest alle noget noe nogen noen hver bare lige venligst vis fortæl fortell se vide vite siden',
      'sagde siger sa sier mener synes gik gikk går gå virkede virket virker virkte fungerte fungerede fungerer god godt gode',
      'store stor største bedste beste vigtigste viktigste værd verdt nu nå godt ud ut kommer kom kommet få får fik fikk først ferd',
      'altså egentlig egentligt ellers også lenge længe sidst sist dag idag tal tall næste neste',
      buy,
    ].join(' '),
  );
  return (word) => says(foldText(word));
})();

const defining = wordIn(
  'defined define definition calculated calculate computed counted measured mean means beregnes beregner beregne beregnet regnes regner regnet udregnes utregnes opgøres defineres defineret definert definer betyder betyr måles',
);

/** Whether a sentence asks what something means. */
export function asksForMeaning(word: string): boolean {
  return defining(foldText(word));
}

const comparing = wordIn('vs versus against compared and mod imod mot mens og sammenlignet sammenliknet');

/** "Denmark vs Norway". */
export function isComparing(word: string): boolean {
  return comparing(foldText(word));
}

const articles: readonly (readonly [ending: string, instead: string])[] = [
  ['erne', 'er'],
  ['rne', 're'],
  ['ene', 'er'],
  ['ene', ''],
  ['en', 'e'],
  ['en', ''],
  ['et', 'e'],
  ['et', ''],
  ['n', ''],
  ['t', ''],
  ['ne', ''],
];

/** What a Danish or Norwegian noun may be without the article at its end: "kunderne", "prognosen". */
export function withoutArticle(word: string): readonly string[] {
  return articles
    .filter(([ending]) => word.toLowerCase().endsWith(ending) && word.length > ending.length + 2)
    .map(([ending, instead]) => word.slice(0, -ending.length) + instead);
}

/** "efterårskampagnen": a campaign, and which. */
export function compoundOf(word: string): readonly string[] {
  const [, which = '', campaign = ''] = /^(\p{L}{3,}?)s?(kampagne|kampanje)n?$/iu.exec(word) ?? [];
  return campaign === '' ? [word] : [campaign, which];
}
