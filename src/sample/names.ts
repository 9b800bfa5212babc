import type { Segment } from './comments/phrases.ts';
import type { Random } from './random.ts';

export type Country = 'DK' | 'NO' | 'SE' | 'DE' | 'GB' | 'NL' | 'FI' | 'IS';

/** A name that fits the country and the kind of customer. Any likeness is chance. */
export function customerName(random: Random, country: Country, segment: Segment): string {
  const { first, last, cafe, office } = wordsOf[country];
  switch (segment) {
    case 'home':
      return `${random.pick(first)} ${random.pick(last)}`;
    case 'cafe':
      return `${random.pick(cafe.kinds)} ${random.pick(cafe.names)}`;
    case 'office':
      return `${random.pick(office.names)} ${random.pick(office.trades)}`;
  }
}

/** The part of an address before the @, or a domain: "Café Sønder Å" → "cafe-soender-aa". */
export function slugOf(name: string, between: '.' | '-'): string {
  return name
    .toLowerCase()
    .replaceAll('æ', 'ae')
    .replaceAll(/[øö]/g, 'oe')
    .replaceAll('å', 'aa')
    .replaceAll('ß', 'ss')
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^a-z0-9]+/g, between)
    .replaceAll(/^[.-]|[.-]$/g, '');
}

interface Words {
  readonly first: readonly string[];
  readonly last: readonly string[];
  readonly cafe: { readonly kinds: readonly string[]; readonly names: readonly string[] };
  readonly office: { readonly names: readonly string[]; readonly trades: readonly string[] };
}

const list = (text: string): readonly string[] => text.split(', ');

const wordsOf: Readonly<Record<Country, Words>> = {
  DK: {
    first: list(
      'Astrid, Mads, Freja, Søren, Ida, Rasmus, Karen, Jens, Mette, Lærke, Anders, Birgitte, Mikkel, Signe, Poul, Kirsten, Nikolaj, Åse, Thomas, Camilla, Henrik, Line, Oliver, Gitte, Emil, Hanne, Frederik, Josefine, Bent, Maja',
    ),
    last: list(
      'Holm, Nielsen, Sørensen, Bjerregaard, Møller, Kjær, Østergaard, Lund, Thomsen, Dalgaard, Nørgaard, Aagaard, Winther, Krogh, Friis, Bach, Toft, Brandt, Skov, Vestergaard, Jakobsen, Juhl, Mortensen, Damgaard, Riis',
    ),
    cafe: {
      kinds: list('Café, Kaffebar, Bageriet, Restaurant, Hotel, Brasserie, Spisehuset, Kaffehuset'),
      names: list(
        'Havblik, Nørreport, Smør & Kværn, Kanalen, Strandgade, Solsiden, Torvet, Ællingen, Sønder Å, Fyrtårnet, Lysthuset, Vesterbro, Kornblomst, Under Uret, Anemonen, Bryggen, Møllen, Det Gule Hus, Trappen, Rosenhaven',
      ),
    },
    office: {
      names: list(
        'Lindholm, Bjerre, Krogager, Vestfjord, Nordhavn, Skovgaard, Blåbjerg, Klitgaard, Rønne, Ellemose, Fjordby, Søndergaard, Hegnet, Birkely, Aarslev, Thybo, Munkholm, Egelund',
      ),
      trades: list(
        'Arkitekter, Revision, IT, Tandlægehus, Advokater, Byg ApS, El A/S, Ejendomme, Gymnasium, Logistik, Reklamebureau, Fysioterapi, Vinduer A/S, Kommune, Forsikring',
      ),
    },
  },
  NO: {
    first: list(
      'Ingrid, Ola, Kari, Sindre, Marit, Håkon, Silje, Øystein, Solveig, Lars, Tonje, Magnus, Åshild, Knut, Ragnhild, Eirik, Hege, Torstein, Ylva, Bjørn',
    ),
    last: list(
      'Hansen, Haugen, Bakke, Solberg, Nygård, Fjeld, Strøm, Lie, Dahl, Moen, Sæther, Berge, Tveit, Aasen, Rønning, Brekke, Ødegård, Hauge, Vik, Myhre',
    ),
    cafe: {
      kinds: list('Kafé, Kaffebar, Bakeri, Hotell, Restaurant, Spiseri'),
      names: list(
        'Fjordgløtt, Bryggekanten, Solsiden, Tårnet, Fjellstua, Hjørnet, Bølgen, Torget, Lykkeberg, Sjøbua, Nordlys, Bakgården, Svingen, Ørneredet',
      ),
    },
    office: {
      names: list(
        'Fjellheim, Storvik, Bergland, Nordnes, Haugland, Skagen, Tveitan, Ekeberg, Lofthus, Sandvika, Grønnli, Åsgård',
      ),
      trades: list(
        'Arkitekter, Regnskap AS, IT AS, Tannklinikk, Advokatfirma, Bygg AS, Eiendom, Shipping, Videregående, Havbruk AS',
      ),
    },
  },
  SE: {
    first: list('Elin, Björn, Åsa, Johan, Maja, Gustav, Linnéa, Oskar'),
    last: list('Lindqvist, Åkesson, Bergström, Nyström, Ek, Sjöberg, Holmgren, Wallin'),
    cafe: { kinds: list('Café, Konditori, Bageri'), names: list('Möllan, Vinkeln, Sankt Jörgen, Hörnet, Kanelbullen') },
    office: {
      names: list('Öresund, Sydkusten, Limhamn, Ales, Skånska'),
      trades: list('Design AB, Konsult AB, Bygg AB, Media AB'),
    },
  },
  DE: {
    first: list('Jürgen, Katrin, Lukas, Sabine, Anke, Matthias, Jule, Björn'),
    last: list('Petersen, Müller, Weiß, Schröder, Krüger, Hinrichs, Lohse, Brandt'),
    cafe: {
      kinds: list('Café, Bäckerei, Hotel, Bistro'),
      names: list('Hafenliebe, Elbblick, Möwe, Kleine Pause, Deichkrone'),
    },
    office: {
      names: list('Elbtal, Nordmark, Förde, Hansa, Alster'),
      trades: list('Architekten, Steuerberater, Software GmbH, Logistik GmbH'),
    },
  },
  GB: {
    first: list('Fiona, James, Aoife, Oliver, Priya, Hamish, Grace, Callum'),
    last: list("O'Malley, Baker, Singh, Fraser, Whitfield, Clarke, MacLeod, Turner"),
    cafe: {
      kinds: list('The, Little, Old'),
      names: list('Copper Kettle, Harbour Room, Bean & Bramble, Corner House, Lighthouse'),
    },
    office: {
      names: list('Thornbury, Kestrel, Ashdown, Mersey, Calder'),
      trades: list('Studios, Partners, Software Ltd, Dental, Surveyors'),
    },
  },
  NL: {
    first: list('Sanne, Daan, Femke, Joost, Lotte, Bram'),
    last: list('de Vries, Jansen, van den Berg, Bakker, Visser, Mulder'),
    cafe: { kinds: list('Café, Koffiehuis, Hotel'), names: list('De Gracht, Het Molentje, Zonzij, De Kade') },
    office: {
      names: list('Amstel, Kruidhof, Waterlinie, Polder'),
      trades: list('Architecten, Advies BV, Techniek BV'),
    },
  },
  FI: {
    first: list('Aino, Eero, Kaisa, Mikko, Päivi, Juhani'),
    last: list('Virtanen, Mäkelä, Korhonen, Lindström, Hämäläinen, Salo'),
    cafe: { kinds: list('Kahvila, Café, Hotelli'), names: list('Aurinko, Kulma, Satama, Lumi') },
    office: { names: list('Pohjola, Saari, Koski, Helmi'), trades: list('Oy, Design Oy, Tekniikka Oy') },
  },
  IS: {
    first: list('Sigríður, Jón, Guðrún, Einar, Þóra, Ólafur'),
    last: list('Jónsdóttir, Einarsson, Þórsson, Ólafsdóttir, Arnarson, Björnsdóttir'),
    cafe: { kinds: list('Kaffihús, Hótel, Bakarí'), names: list('Norðurljós, Höfnin, Eldfjall, Hraun') },
    office: { names: list('Faxaflói, Hekla, Esja, Vík'), trades: list('ehf., Hönnun ehf., Lögmenn') },
  },
};
