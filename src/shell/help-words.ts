import { defineText } from '../text/define-text.ts';

/** What help says in a terminal alone. A row of `options` is what is typed, and after two blanks what goes with it. */
export const helpWords = defineText({
  en: {
    call: 'npm run -s loyalty -- WORDS [OPTIONS], for example: npm run -s loyalty -- nps 90 --as-of 2026-01-31 --json',
    all: '“help all” lists every command and option, “help import” tells of one.',
    heading: 'Options',
    options: `
import customers|orders|feedback|recommendations|spend|rates|campaign FILE
                                        --columns ,customer,date,,amount  --locale da|nb|en  --currency DKK
                                        --delimiter ";"  --encoding windows-1252  --skip LINES
          orders                        --same-number lines|correct|refuse  --known-orders correct|keep
                                        --shop NAME
          feedback                      --kind nps|csat|cli|review|remark  --scale 1-10  --satisfied-from 9
                                        --follow-up recent|all|none
          rates                         --rates inverse|per-100|as-written
          amounts                       --decimals round|refuse
          customers named only there    --known-customers-only
          rows that are known           --known-rows same|others  --others
          numbers that look alike       --similar-numbers same|others
import undo                             lists imports; import --undo 12 takes one back
feedback add                            --customer NUMBER  --kind nps  --score 3  --comment TEXT  --source TEXT
                                        --public  --negative  --new-customer
correct order 1001                      --amount 120,00  --currency DKK  --date 2026-03-01
                                        --status completed|cancelled  --shop NAME  --locale en|da|nb
correct answer 17                       --score 8  --comment TEXT
correct customer 1042                   --name NAME  --email ADDRESS  --owner U012AB3CD
customer new                            --customer NUMBER  --name NAME  --email ADDRESS  --owner U012AB3CD
delete order|answer|customer NUMBER     --yes  --shop NAME
customers                               --csv FILE  --save-as NAME
feedback unhappy month                  --csv FILE
digest now                              --channel C012AB3CD
settings                                --alerts-per-hour 10  --customer-links "CRM https://crm.example.com/c/{number}"
target nps 45 30 June                   --locale en|da|nb (how its number is written)
verify                                  --repair  --yes
everywhere                              --json  --language en|da|nb  --workspace NAME
figures, ladder, overview               --window DAYS|2026-03|2026-Q1|2026|"last month"
what is told of a day                   --as-of 2026-01-31
before the first customer               --currency DKK  --time-zone Europe/Oslo
--version                               says which version it is
`,
    exitCodes: 'Exit codes: 0 done; 1 not or not wholly (refused rows or differences too); 2 wrong usage.',
  },
  da: {
    call: 'npm run -s loyalty -- ORD [VALG], for eksempel: npm run -s loyalty -- nps 90 --as-of 2026-01-31 --json',
    all: '”hjælp alt” viser alle kommandoer og valg, ”hjælp indlæs” viser en af dem.',
    heading: 'Valg',
    options: `
indlæs customers|orders|feedback|recommendations|spend|rates|campaign FIL
                                        --columns ,customer,date,,amount  --locale da|nb|en  --currency DKK
                                        --delimiter ";"  --encoding windows-1252  --skip LINJER
          orders                        --same-number lines|correct|refuse  --known-orders correct|keep
                                        --shop NAVN
          feedback                      --kind nps|csat|cli|review|remark  --scale 1-10  --satisfied-from 9
                                        --follow-up recent|all|none
          rates                         --rates inverse|per-100|as-written
          beløb                         --decimals round|refuse
          kunder, der kun nævnes dér    --known-customers-only
          rækker, der er kendt          --known-rows same|others  --others
          numre, der ligner hinanden    --similar-numbers same|others
indlæs fortryd                          viser indlæsningerne; indlæs --undo 12 fortryder en af dem
feedback tilføj                         --customer NUMMER  --kind nps  --score 3  --comment TEKST  --source TEKST
                                        --public  --negative  --new-customer
ret order 1001                          --amount 120,00  --currency DKK  --date 2026-03-01
                                        --status completed|cancelled  --shop NAVN  --locale da|nb|en
ret answer 17                           --score 8  --comment TEKST
ret customer 1042                       --name NAVN  --email ADRESSE  --owner U012AB3CD
kunde ny                                --customer NUMMER  --name NAVN  --email ADRESSE  --owner U012AB3CD
slet order|answer|customer NUMMER       --yes  --shop NAVN
kunder                                  --csv FIL  --save-as NAVN
tilbagemelding utilfredse måned         --csv FIL
opsummering nu                          --channel C012AB3CD
indstillinger                           --alerts-per-hour 10  --customer-links "CRM https://crm.example.com/c/{number}"
mål nps 45 30. juni                     --locale da|nb|en (sådan er tallet skrevet)
efterprøv                               --repair  --yes
overalt                                 --json  --language da|nb|en  --workspace NAVN
tal, stige, overblik                    --window DAGE|2026-03|2026-Q1|2026|"sidste måned"
det, der gælder en dag                  --as-of 2026-01-31
før den første kunde                    --currency DKK  --time-zone Europe/Copenhagen
--version                               fortæller, hvilken version det er
`,
    exitCodes: 'Slutkoder: 0 færdig; 1 ikke eller ikke helt (også ved afviste rækker og afvigelser); 2 forkert brug.',
  },
  nb: {
    call: 'npm run -s loyalty -- ORD [VALG], for eksempel: npm run -s loyalty -- nps 90 --as-of 2026-01-31 --json',
    all: '«hjelp alt» viser alle kommandoer og valg, «hjelp importer» viser en av dem.',
    heading: 'Valg',
    options: `
importer customers|orders|feedback|recommendations|spend|rates|campaign FIL
                                        --columns ,customer,date,,amount  --locale nb|da|en  --currency NOK
                                        --delimiter ";"  --encoding windows-1252  --skip LINJER
          orders                        --same-number lines|correct|refuse  --known-orders correct|keep
                                        --shop NAVN
          feedback                      --kind nps|csat|cli|review|remark  --scale 1-10  --satisfied-from 9
                                        --follow-up recent|all|none
          rates                         --rates inverse|per-100|as-written
          beløp                         --decimals round|refuse
          kunder som bare nevnes der    --known-customers-only
          rader som er kjent            --known-rows same|others  --others
          numre som ligner hverandre    --similar-numbers same|others
importer angre                          viser importene; importer --undo 12 angrer en av dem
tilbakemelding ny                       --customer NUMMER  --kind nps  --score 3  --comment TEKST  --source TEKST
                                        --public  --negative  --new-customer
rett order 1001                         --amount 120,00  --currency NOK  --date 2026-03-01
                                        --status completed|cancelled  --shop NAVN  --locale nb|da|en
rett answer 17                          --score 8  --comment TEKST
rett customer 1042                      --name NAVN  --email ADRESSE  --owner U012AB3CD
kunde ny                                --customer NUMMER  --name NAVN  --email ADRESSE  --owner U012AB3CD
slett order|answer|customer NUMMER      --yes  --shop NAVN
kunder                                  --csv FIL  --save-as NAVN
tilbakemelding misfornøyde måned        --csv FIL
oppsummering nå                         --channel C012AB3CD
innstillinger                           --alerts-per-hour 10  --customer-links "CRM https://crm.example.com/c/{number}"
mål nps 45 30. juni                     --locale nb|da|en (slik er tallet skrevet)
etterprøv                               --repair  --yes
overalt                                 --json  --language nb|da|en  --workspace NAVN
tall, stige, oversikt                   --window DAGER|2026-03|2026-Q1|2026|"forrige måned"
det som gjelder en dag                  --as-of 2026-01-31
før den første kunden                   --currency NOK  --time-zone Europe/Oslo
--version                               forteller hvilken versjon det er
`,
    exitCodes: 'Sluttkoder: 0 ferdig; 1 ikke eller ikke helt (også ved avviste rader og avvik); 2 feil bruk.',
  },
});
