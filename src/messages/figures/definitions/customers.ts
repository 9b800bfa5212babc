import { defineText } from '../../../text/define-text.ts';

/** What is worked out from who buys, stays and recommends. */
export const customerDefinitions = defineText({
  en: {
    repeat: {
      title: 'Repeat purchase rate',
      meaning: 'How many of those who bought had bought before?',
      formula:
        'Customers with a repeat order ÷ customers who ordered. A repeat order is placed on a later day than the customer’s first ever.',
      base: 'Customers with a completed order in the period.',
      leftOut: 'Refunds and cancelled orders. An order of amount 0 counts; several orders on one day are one.',
      example: '1,040 of 2,357 customers: 44.1%',
    },
    retention: {
      title: 'Retention rate',
      meaning:
        'How many active customers stay active? Active means an order within the ladder’s active window, 365 days unless set otherwise.',
      formula: 'Customers active at the start who still are at the end ÷ customers active at the start.',
      base: 'Customers who were active when the period began.',
      leftOut: 'Newcomers: they are in neither part. With nobody active at the start there is no rate.',
      example: '120 active at the start, 90 of them at the end: 75%',
    },
    churn: {
      title: 'Churn rate',
      meaning: 'How many active customers are lost?',
      formula: '1 − retention rate: customers lost ÷ customers active at the start.',
      base: 'Customers who were active when the period began.',
      leftOut: 'Newcomers. A month’s churn is not multiplied by twelve: 5% a month is 45.96% a year.',
      example: '120 active at the start, 30 of them lost: 25%',
    },
    referral: {
      title: 'Referral rate',
      meaning: 'How many customers have won you another one?',
      formula:
        'Customers with a won recommendation ÷ customers, as of the end of the period. A recommendation is won at the new customer’s first order.',
      base: 'All customers by that day.',
      leftOut: 'Recommendations without an order yet. Each new customer is credited to one recommender.',
      example: '12 of 240 customers: 5%',
    },
    rungs: {
      title: 'The loyalty ladder',
      meaning:
        'Five rungs: prospect (no order yet), customer (an order), repeat customer (orders on different days, the newest recent), ambassador (a repeat customer who recommends in deed), partner (by agreement).',
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
  },
  da: {
    repeat: {
      title: 'Genkøbsrate',
      meaning: 'Hvor mange af køberne havde købt før?',
      formula:
        'Kunder med genkøb ÷ kunder, der har købt. Et genkøb er en ordre på en senere dag end kundens allerførste.',
      base: 'Kunder med en gennemført ordre i perioden.',
      leftOut: 'Refusioner og annullerede ordrer. En ordre på 0 tæller med; flere ordrer samme dag er én.',
      example: '1.040 af 2.357 kunder: 44,1 %',
    },
    retention: {
      title: 'Fastholdelse',
      meaning:
        'Hvor mange aktive kunder forbliver aktive? Aktiv er den, der har bestilt inden for stigens aktive vindue, 365 dage medmindre andet er valgt.',
      formula:
        'Kunder, der var aktive ved starten og stadig er det ved slutningen ÷ kunder, der var aktive ved starten.',
      base: 'Kunder, der var aktive, da perioden begyndte.',
      leftOut: 'Nye kunder: De er i ingen af delene. Var ingen aktive ved starten, er der intet tal.',
      example: '120 aktive ved starten, 90 af dem ved slutningen: 75 %',
    },
    churn: {
      title: 'Kundeafgang',
      meaning: 'Hvor mange aktive kunder falder fra?',
      formula: '1 − fastholdelse: kunder, der er faldet fra ÷ kunder, der var aktive ved starten.',
      base: 'Kunder, der var aktive, da perioden begyndte.',
      leftOut: 'Nye kunder. En måneds afgang ganges ikke med tolv: 5 % om måneden er 45,96 % om året.',
      example: '120 aktive ved starten, 30 af dem faldet fra: 25 %',
    },
    referral: {
      title: 'Anbefalingsrate',
      meaning: 'Hvor mange kunder har skaffet jer en ny?',
      formula:
        'Kunder, hvis anbefaling har givet en ny kunde ÷ kunder, ved periodens slutning. Anbefalingen tæller fra den nye kundes første ordre.',
      base: 'Alle kunder den dag.',
      leftOut: 'Anbefalinger uden ordre endnu. Hver ny kunde godskrives én, der har anbefalet.',
      example: '12 af 240 kunder: 5 %',
    },
    rungs: {
      title: 'Loyalitetsstigen',
      meaning:
        'Fem trin: potentiel kunde (ingen ordre endnu), kunde (en ordre), tilbagevendende kunde (ordrer på forskellige dage, den nyeste for nylig), ambassadør (en tilbagevendende kunde, der anbefaler jer i praksis), partner (efter aftale).',
      formula: 'Det højeste trin, hvis regel holder; reglerne står i indstillingerne. Et trin kan også sættes manuelt.',
      base: 'Alle kendte kunder.',
      leftOut: 'Refusioner og annullerede ordrer. Ingen bliver partner ved en regel.',
      example: 'Ordrer på to dage gør en kunde tilbagevendende; 365 dage uden ordre gør det forbi',
    },
    cohorts: {
      title: 'Kohorter',
      meaning: 'Kommer kunderne igen? De, der bestilte første gang i samme måned, følges måned for måned.',
      formula: 'Kohortens kunder, der bestilte i en måned ÷ alle kohortens kunder.',
      base: 'Alle kunder, hvis allerførste ordre ligger i den måned.',
      leftOut:
        'Refusioner og annullerede ordrer. En måned, der ikke er slut, er i gang; under 5 kunder vises ingen andel.',
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
  },
  nb: {
    repeat: {
      title: 'Gjenkjøpsrate',
      meaning: 'Hvor mange av kjøperne hadde kjøpt før?',
      formula:
        'Kunder med gjenkjøp ÷ kunder som har kjøpt. Et gjenkjøp er en ordre på en senere dag enn kundens aller første.',
      base: 'Kunder med en fullført ordre i perioden.',
      leftOut: 'Refusjoner og kansellerte ordrer. En ordre på 0 teller med; flere ordrer samme dag er én.',
      example: '1 040 av 2 357 kunder: 44,1 %',
    },
    retention: {
      title: 'Kundebevaring',
      meaning:
        'Hvor mange aktive kunder forblir aktive? Aktiv er den som har bestilt innenfor stigens aktive vindu, 365 dager om ikke annet er valgt.',
      formula: 'Kunder som var aktive ved start og fortsatt er det ved slutt ÷ kunder som var aktive ved start.',
      base: 'Kunder som var aktive da perioden begynte.',
      leftOut: 'Nye kunder: De er i ingen av delene. Var ingen aktive ved start, finnes det ikke noe tall.',
      example: '120 aktive ved start, 90 av dem ved slutt: 75 %',
    },
    churn: {
      title: 'Kundefrafall',
      meaning: 'Hvor mange aktive kunder faller fra?',
      formula: '1 − kundebevaring: kunder som har falt fra ÷ kunder som var aktive ved start.',
      base: 'Kunder som var aktive da perioden begynte.',
      leftOut: 'Nye kunder. En måneds frafall ganges ikke med tolv: 5 % i måneden er 45,96 % i året.',
      example: '120 aktive ved start, 30 av dem har falt fra: 25 %',
    },
    referral: {
      title: 'Anbefalingsrate',
      meaning: 'Hvor mange kunder har skaffet dere en ny?',
      formula:
        'Kunder som har skaffet en ny kunde ved å anbefale dere ÷ kunder, ved slutten av perioden. Anbefalingen teller fra den nye kundens første ordre.',
      base: 'Alle kunder den dagen.',
      leftOut: 'Anbefalinger uten ordre ennå. Hver ny kunde godskrives én som har anbefalt.',
      example: '12 av 240 kunder: 5 %',
    },
    rungs: {
      title: 'Lojalitetsstigen',
      meaning:
        'Fem trinn: potensiell kunde (ingen ordre ennå), kunde (en ordre), tilbakevendende kunde (ordrer på ulike dager, den nyeste nylig), ambassadør (en tilbakevendende kunde som anbefaler dere i praksis), partner (etter avtale).',
      formula:
        'Det høyeste trinnet hvis regel holder; reglene står i innstillingene. Et trinn kan også settes manuelt.',
      base: 'Alle kjente kunder.',
      leftOut: 'Refusjoner og kansellerte ordrer. Ingen blir partner ved en regel.',
      example: 'Ordrer på to dager gjør en kunde tilbakevendende; etter 365 dager uten ordre er det over',
    },
    cohorts: {
      title: 'Kohorter',
      meaning: 'Kommer kundene tilbake? De som bestilte for første gang i samme måned, følges måned for måned.',
      formula: 'Kohortens kunder som bestilte i en måned ÷ alle kohortens kunder.',
      base: 'Alle kunder som har sin aller første ordre i den måneden.',
      leftOut:
        'Refusjoner og kansellerte ordrer. En måned som ikke er over, er i gang; under 5 kunder vises ingen andel.',
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
  },
});
