import { defineText } from '../../text/define-text.ts';

/** What is defined besides the figures. */
export const termDefinitions = defineText({
  en: {
    rungs: {
      title: 'The loyalty ladder',
      meaning:
        'Five rungs: prospect (no order yet), customer (an order), repeat customer (orders on different days, the newest recent), ambassador (a repeat customer who has won you a customer or written a good public review), partner (by agreement).',
      formula: 'The highest rung whose rule holds; the rules stand in the settings. A person may set a rung by hand.',
      base: 'All known customers.',
      leftOut: 'Refunds and cancelled orders. Nobody becomes a partner by a rule.',
      example: 'Orders on two days make a repeat customer; 365 days without an order end it',
    },
    cohorts: {
      title: 'Cohorts',
      meaning:
        'Do customers come back? Those who ordered for the first time in the same month are followed month by month.',
      formula: 'Customers of the cohort who ordered in a month ÷ customers of the cohort.',
      base: 'All customers whose first order ever lies in that month.',
      leftOut:
        'Refunds and cancelled orders. A month that is not over is in progress; below 5 customers no share is shown.',
      example: 'Of 781 customers won in January 1997, 125 ordered in February: 16%',
    },
    campaign: {
      title: 'Campaign response rate',
      meaning: 'How many of those you wrote to responded?',
      formula: 'Customers who responded ÷ customers contacted, per campaign and variant.',
      base: 'Customers to whom the message was delivered.',
      leftOut: 'Messages that were not delivered, and a customer’s second response.',
      example: '18 of 240 customers: 7.5%',
    },
    prediction: {
      title: 'Predicted value',
      meaning: 'How many orders, and of what value, can be expected of a customer?',
      formula:
        'Expected orders (BG/NBD: Fader, Hardie and Lee 2005) × expected order value (Gamma-Gamma: Fader and Hardie 2013), discounted.',
      base: 'Customers with an order. Orders on one day count as one.',
      leftOut:
        'Refunds and cancelled orders; for the value also amounts of 0. If the data show no drop-out, that is said instead.',
      example:
        'Two repeat orders in 38.9 weeks, the newest after 30.4: on the CDNOW data 1.23 more in the next 39 weeks',
    },
    'at-risk': {
      title: 'Customers at risk',
      meaning: 'Who is likely to be lost, and worth keeping?',
      formula:
        'Risk = 1 − the chance of at least one order within 180 days, corrected by what came in the last months. Sorted by value × chance of coming back: what can still be saved.',
      base: 'Customers who are more likely than not to stay away, and worth more than the median customer.',
      leftOut:
        'Customers without orders, those away longer than an active customer may be, and those whose chance of coming back is below 1 in 100: they are to be won back. If the data show no drop-out, no risk is shown.',
      example: 'A risk of 60% for a customer worth 5,000: about 2,000 can still be saved',
    },
    targets: {
      title: 'Targets',
      meaning: 'What a figure should reach, and by when.',
      formula:
        'Distance = target − figure. One alert when the target is reached, one when it is no longer met or the figure moves the wrong way by more than its margin of error.',
      base: 'That of the figure.',
      leftOut: 'Changes within the margin of error.',
      example: 'NPS +38 with a target of +45: 7 points to go',
    },
  },
  da: {
    rungs: {
      title: 'Loyalitetsstigen',
      meaning:
        'Fem trin: potentiel kunde (ingen ordre endnu), kunde (en ordre), tilbagevendende kunde (ordrer på forskellige dage, den nyeste for nylig), ambassadør (en tilbagevendende kunde, der har skaffet jer en kunde eller skrevet en god offentlig anmeldelse), partner (efter aftale).',
      formula:
        'Det højeste trin, som kunden opfylder reglen for; reglerne står i indstillingerne. Et trin kan også sættes manuelt.',
      base: 'Alle kendte kunder.',
      leftOut: 'Refusioner og annullerede ordrer. Ingen regel gør nogen til partner.',
      example: 'Ordrer på to dage gør en kunde tilbagevendende; efter 365 dage uden ordre er det forbi',
    },
    cohorts: {
      title: 'Kohorter',
      meaning: 'Kommer kunderne igen? De, der bestilte første gang i samme måned, følges måned for måned.',
      formula: 'Kohortens kunder, der bestilte i en måned ÷ alle kohortens kunder.',
      base: 'Alle kunder, hvis allerførste ordre ligger i den måned.',
      leftOut:
        'Refusioner og annullerede ordrer. En måned, der ikke er slut, er mærket med ”…”; under 5 kunder vises ingen andel.',
      example: 'Af 781 kunder fra januar 1997 bestilte 125 i februar: 16 %',
    },
    campaign: {
      title: 'Svarprocent for kampagner',
      meaning: 'Hvor mange af dem, I skrev til, reagerede?',
      formula: 'Kunder, der reagerede ÷ kunder, der blev kontaktet, pr. kampagne og variant.',
      base: 'Kunder, som beskeden nåede frem til.',
      leftOut: 'Beskeder, der ikke nåede frem, og en kundes anden reaktion.',
      example: '18 af 240 kunder: 7,5 %',
    },
    prediction: {
      title: 'Forventet værdi',
      meaning: 'Hvor mange ordrer, og af hvilken værdi, kan ventes af en kunde?',
      formula:
        'Forventede ordrer (BG/NBD: Fader, Hardie og Lee 2005) × forventet ordreværdi (Gamma-Gamma: Fader og Hardie 2013), tilbagediskonteret.',
      base: 'Kunder med en ordre. Ordrer på samme dag tæller som én.',
      leftOut:
        'Refusioner og annullerede ordrer; for værdien også beløb på 0. Viser dataene intet frafald, står det i stedet.',
      example: 'To genkøb på 38,9 uger, det nyeste efter 30,4: med CDNOW-data 1,23 flere i de næste 39 uger',
    },
    'at-risk': {
      title: 'Kunder i farezonen',
      meaning: 'Hvem er I ved at miste, og hvem er værd at holde på?',
      formula:
        'Risiko = 1 − chancen for mindst én ordre inden for 180 dage, rettet efter det, der skete de seneste måneder. I rækkefølge efter værdi × chancen for, at kunden kommer igen: det, der stadig kan reddes.',
      base: 'Kunder, der sandsynligvis ikke kommer igen og er mere værd end mediankunden.',
      leftOut:
        'Kunder uden ordrer, kunder, der har været væk for længe til at være aktive, og kunder med under 1 procents chance for at komme igen: De skal vindes tilbage. Viser dataene intet frafald, vises ingen risiko.',
      example: 'En risiko på 60 % for en kunde, der er 5.000 værd: ca. 2.000 kan stadig reddes',
    },
    targets: {
      title: 'Mål',
      meaning: 'Hvad et tal skal nå op på, og hvornår.',
      formula:
        'Afstand = mål − tal. Én besked, når målet nås, og én, når det ikke længere er nået, eller tallet går den forkerte vej med mere end usikkerheden.',
      base: 'Som for tallet selv.',
      leftOut: 'Ændringer inden for usikkerheden.',
      example: 'NPS +38 med et mål på +45: 7 point igen',
    },
  },
  nb: {
    rungs: {
      title: 'Lojalitetsstigen',
      meaning:
        'Fem trinn: potensiell kunde (ingen ordre ennå), kunde (en ordre), tilbakevendende kunde (ordrer på ulike dager, den nyeste nylig), ambassadør (en tilbakevendende kunde som har skaffet dere en kunde eller skrevet en god offentlig omtale), partner (etter avtale).',
      formula:
        'Det høyeste trinnet som kunden oppfyller regelen for; reglene står i innstillingene. Et trinn kan også settes manuelt.',
      base: 'Alle kjente kunder.',
      leftOut: 'Refusjoner og kansellerte ordrer. Ingen regel gjør noen til partner.',
      example: 'Ordrer på to dager gjør en kunde tilbakevendende; etter 365 dager uten ordre er det over',
    },
    cohorts: {
      title: 'Kohorter',
      meaning: 'Kommer kundene tilbake? De som bestilte for første gang i samme måned, følges måned for måned.',
      formula: 'Kohortens kunder som bestilte i en måned ÷ alle kohortens kunder.',
      base: 'Alle kunder som har sin aller første ordre i den måneden.',
      leftOut:
        'Refusjoner og kansellerte ordrer. En måned som ikke er over, er merket med «…»; under 5 kunder vises ingen andel.',
      example: 'Av 781 kunder fra januar 1997 bestilte 125 i februar: 16 %',
    },
    campaign: {
      title: 'Svarprosent for kampanjer',
      meaning: 'Hvor mange av dem dere skrev til, reagerte?',
      formula: 'Kunder som reagerte ÷ kunder som ble kontaktet, per kampanje og variant.',
      base: 'Kunder som meldingen nådde fram til.',
      leftOut: 'Meldinger som ikke nådde fram, og en kundes andre reaksjon.',
      example: '18 av 240 kunder: 7,5 %',
    },
    prediction: {
      title: 'Forventet verdi',
      meaning: 'Hvor mange ordrer, og av hvilken verdi, kan ventes av en kunde?',
      formula:
        'Forventede ordrer (BG/NBD: Fader, Hardie og Lee 2005) × forventet ordreverdi (Gamma-Gamma: Fader og Hardie 2013), neddiskontert.',
      base: 'Kunder med en ordre. Ordrer på samme dag teller som én.',
      leftOut:
        'Refusjoner og kansellerte ordrer; for verdien også beløp på 0. Viser dataene ikke noe frafall, står det i stedet.',
      example: 'To gjenkjøp på 38,9 uker, det nyeste etter 30,4: med CDNOW-dataene 1,23 flere de neste 39 ukene',
    },
    'at-risk': {
      title: 'Kunder i faresonen',
      meaning: 'Hvem er dere i ferd med å miste, og hvem er verdt å holde på?',
      formula:
        'Risiko = 1 − sjansen for minst én ordre innen 180 dager, rettet etter det som skjedde de siste månedene. I rekkefølge etter verdi × sjansen for at kunden kommer tilbake: det som fortsatt kan reddes.',
      base: 'Kunder som trolig ikke kommer tilbake og er mer verdt enn mediankunden.',
      leftOut:
        'Kunder uten ordrer, kunder som har vært borte for lenge til å være aktive, og kunder med under 1 prosents sjanse for å komme tilbake: De må vinnes tilbake. Viser dataene ikke noe frafall, vises ingen risiko.',
      example: 'En risiko på 60 % for en kunde som er verdt 5 000: ca. 2 000 kan fortsatt reddes',
    },
    targets: {
      title: 'Mål',
      meaning: 'Hva et tall skal nå, og når.',
      formula:
        'Avstand = mål − tall. Ett varsel når målet nås, og ett når det ikke lenger er nådd eller tallet går feil vei med mer enn usikkerheten.',
      base: 'Som for tallet selv.',
      leftOut: 'Endringer innenfor usikkerheten.',
      example: 'NPS +38 med et mål på +45: 7 poeng igjen',
    },
  },
});
