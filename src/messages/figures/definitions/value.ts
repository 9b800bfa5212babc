import { defineText } from '../../../text/define-text.ts';

/** What is worked out in money, and what is expected to come. */
export const valueDefinitions = defineText({
  en: {
    cac: {
      title: 'Customer acquisition cost (CAC)',
      meaning: 'What does it cost to win a customer?',
      formula: 'Recorded spend on winning customers ÷ customers won, both in the period.',
      base: 'Customers won in the period.',
      leftOut:
        'Nothing. Without any recorded spend, or a rate for its currency, the cost is unknown, not 0. Totals are no sample, so there is no interval.',
      example: '30,000 for 12 customers: 2,500 each',
    },
    clv: {
      title: 'Customer lifetime value (CLV)',
      meaning: 'What is a customer worth over the whole relationship?',
      formula:
        'Average order × orders a year × years. Years as entered for the customer, else 1 ÷ yearly churn. Simple: yearly revenue × years − acquisition cost. With recommendations: + value of those won − value of those lost − rewards.',
      base: 'Customers active at the end of the period, and their orders in the 365 days before it.',
      leftOut:
        'Cancelled orders. Without a rate for an amount’s currency the value is unknown; so it is without a known churn, unless years are entered.',
      example: '50 × 7 × 5 = 1,750. For 1,200 such customers, losing one percentage point less is worth 21,000 a year',
    },
    prediction: {
      title: 'Predicted value',
      meaning: 'How many orders, and of what value, can be expected of a customer?',
      formula:
        'Expected orders (BG/NBD: Fader, Hardie and Lee 2005) × expected order value (Gamma-Gamma: Fader and Hardie 2013), discounted.',
      base: 'Customers with an order. Orders on one day count as one.',
      leftOut:
        'Refunds and cancelled orders; for the value also amounts of 0. If the data tell no drop-out, that is said instead.',
      example:
        'Two repeat orders in 38.9 weeks, the newest after 30.4: on the CDNOW data 1.23 more in the next 39 weeks',
    },
    'at-risk': {
      title: 'Customers at risk',
      meaning: 'Who is likely to be lost, and worth keeping?',
      formula:
        'Churn risk = 1 − the chance of at least one order within the coming days. In the order of risk × value.',
      base: 'Customers with a high risk and a value above the median.',
      leftOut: 'Customers without orders. If the data tell no drop-out, no risk is shown.',
      example: 'A risk of 60% for a customer worth 5,000: 3,000 can be expected to be lost',
    },
    targets: {
      title: 'Targets',
      meaning: 'What a figure should reach, and by when.',
      formula:
        'Distance = target − figure. One alert when the target is reached, one when it is left or the figure moves the wrong way by more than its noise.',
      base: 'That of the figure.',
      leftOut: 'Changes within the margin of error.',
      example: 'NPS +38 with a target of +45: 7 points to go',
    },
  },
  da: {
    cac: {
      title: 'Pris pr. ny kunde (CAC)',
      meaning: 'Hvad koster det at få en ny kunde?',
      formula: 'Registrerede udgifter til nye kunder ÷ nye kunder, begge i perioden.',
      base: 'Nye kunder i perioden.',
      leftOut:
        'Intet. Er der ikke registreret udgifter, eller mangler kursen for deres valuta, er prisen ukendt, ikke 0. Totaler er ingen stikprøve, så der er intet interval.',
      example: '30.000 for 12 kunder: 2.500 pr. kunde',
    },
    clv: {
      title: 'Livstidsværdi (CLV)',
      meaning: 'Hvad er en kunde værd i hele kundeforholdet?',
      formula:
        'Gennemsnitlig ordre × ordrer om året × år. År som indtastet for kunden, ellers 1 ÷ årlig kundeafgang. Enkel: årlig omsætning × år − prisen for at få kunden. Med anbefalinger: + værdien af de vundne − værdien af de tabte − belønninger.',
      base: 'Kunder, der er aktive ved periodens slutning, og deres ordrer i de 365 dage før.',
      leftOut:
        'Annullerede ordrer. Mangler kursen for et beløbs valuta, er værdien ukendt; det er den også uden kendt afgang, medmindre der er indtastet år.',
      example: '50 × 7 × 5 = 1.750. For 1.200 sådanne kunder er ét procentpoint færre tabte 21.000 værd om året',
    },
    prediction: {
      title: 'Forventet værdi',
      meaning: 'Hvor mange ordrer, og af hvilken værdi, kan ventes af en kunde?',
      formula:
        'Forventede ordrer (BG/NBD: Fader, Hardie og Lee 2005) × forventet ordreværdi (Gamma-Gamma: Fader og Hardie 2013), tilbagediskonteret.',
      base: 'Kunder med en ordre. Ordrer på samme dag tæller som én.',
      leftOut:
        'Refusioner og annullerede ordrer; for værdien også beløb på 0. Viser data intet frafald, siges det i stedet.',
      example: 'To genkøb på 38,9 uger, det nyeste efter 30,4: med CDNOW-data 1,23 flere i de næste 39 uger',
    },
    'at-risk': {
      title: 'Kunder i fare for at falde fra',
      meaning: 'Hvem er I ved at miste, og hvem er værd at holde på?',
      formula: 'Risiko = 1 − chancen for mindst én ordre i de kommende dage. I rækkefølge efter risiko × værdi.',
      base: 'Kunder med høj risiko og en værdi over medianen.',
      leftOut: 'Kunder uden ordrer. Viser data intet frafald, vises ingen risiko.',
      example: 'En risiko på 60 % for en kunde, der er 5.000 værd: 3.000 må ventes tabt',
    },
    targets: {
      title: 'Mål',
      meaning: 'Hvad et tal skal nå op på, og hvornår.',
      formula:
        'Afstand = mål − tal. Én besked, når målet nås, og én, når det forlades, eller tallet går den forkerte vej med mere end usikkerheden.',
      base: 'Som for tallet selv.',
      leftOut: 'Ændringer inden for usikkerheden.',
      example: 'NPS +38 med et mål på +45: 7 point igen',
    },
  },
  nb: {
    cac: {
      title: 'Pris per ny kunde (CAC)',
      meaning: 'Hva koster det å få en ny kunde?',
      formula: 'Registrerte utgifter til nye kunder ÷ nye kunder, begge i perioden.',
      base: 'Nye kunder i perioden.',
      leftOut:
        'Ingenting. Er det ikke registrert utgifter, eller mangler kursen for valutaen deres, er prisen ukjent, ikke 0. Totaler er ikke et utvalg, så det finnes ikke noe intervall.',
      example: '30 000 for 12 kunder: 2 500 per kunde',
    },
    clv: {
      title: 'Livstidsverdi (CLV)',
      meaning: 'Hva er en kunde verdt gjennom hele kundeforholdet?',
      formula:
        'Gjennomsnittlig ordre × ordrer i året × år. År som lagt inn for kunden, ellers 1 ÷ årlig kundefrafall. Enkel: årlig omsetning × år − prisen for å få kunden. Med anbefalinger: + verdien av dem som er vunnet − verdien av dem som er tapt − belønninger.',
      base: 'Kunder som er aktive ved slutten av perioden, og ordrene deres i de 365 dagene før.',
      leftOut:
        'Kansellerte ordrer. Mangler kursen for valutaen til et beløp, er verdien ukjent; det er den også uten kjent frafall, med mindre det er lagt inn år.',
      example: '50 × 7 × 5 = 1 750. For 1 200 slike kunder er ett prosentpoeng færre tapte verdt 21 000 i året',
    },
    prediction: {
      title: 'Forventet verdi',
      meaning: 'Hvor mange ordrer, og av hvilken verdi, kan ventes av en kunde?',
      formula:
        'Forventede ordrer (BG/NBD: Fader, Hardie og Lee 2005) × forventet ordreverdi (Gamma-Gamma: Fader og Hardie 2013), neddiskontert.',
      base: 'Kunder med en ordre. Ordrer på samme dag teller som én.',
      leftOut:
        'Refusjoner og kansellerte ordrer; for verdien også beløp på 0. Viser dataene ikke noe frafall, blir det sagt i stedet.',
      example: 'To gjenkjøp på 38,9 uker, det nyeste etter 30,4: med CDNOW-dataene 1,23 flere de neste 39 ukene',
    },
    'at-risk': {
      title: 'Kunder som står i fare for å falle fra',
      meaning: 'Hvem er dere i ferd med å miste, og hvem er verdt å holde på?',
      formula: 'Risiko = 1 − sjansen for minst én ordre i dagene som kommer. I rekkefølge etter risiko × verdi.',
      base: 'Kunder med høy risiko og en verdi over medianen.',
      leftOut: 'Kunder uten ordrer. Viser dataene ikke noe frafall, vises ingen risiko.',
      example: 'En risiko på 60 % for en kunde som er verdt 5 000: 3 000 må ventes tapt',
    },
    targets: {
      title: 'Mål',
      meaning: 'Hva et tall skal nå, og når.',
      formula:
        'Avstand = mål − tall. Ett varsel når målet nås, og ett når det forlates eller tallet går feil vei med mer enn usikkerheten.',
      base: 'Som for tallet selv.',
      leftOut: 'Endringer innenfor usikkerheten.',
      example: 'NPS +38 med et mål på +45: 7 poeng igjen',
    },
  },
});
