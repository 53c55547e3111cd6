import { type GraphQLObjectType, getNamedType, isInputObjectType } from 'graphql';
import { inputOf, standingOf } from '../../test/support/mutation-input.ts';
import { allowed, contract } from '../../test/support/standing.ts';
import type { Trial } from '../../test/support/trial.ts';
import type { Dice } from '../bench/log/dice.ts';
import { nextMove } from './moves.ts';
import { fieldsOf, Operations } from './operations.ts';
import type { Sight } from './sight.ts';
import type { Things } from './things.ts';
import type { Values } from './values.ts';
import type { World } from './world.ts';

/** One request as it is sent. */
export interface Request {
  readonly kind: 'query' | 'mutation' | 'subscription' | 'http' | 'bytes';
  /** The token's subject; null without a token. */
  readonly as: string | null;
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  /** The body; of `bytes` all that is written on the connection, as latin1. */
  readonly body: string;
}

const mutations = fieldsOf(contract.getMutationType() as GraphQLObjectType);
/** Of the contract. */
export const mutationNames = mutations.map(({ name }) => name);
const JSON_TYPE = { 'content-type': 'application/json' };

/** Makes requests of all kinds by chance. */
export class Requests {
  readonly #dice: Dice;
  readonly #values: Values;
  readonly #operations: Operations;
  readonly #trial: Trial;
  readonly #things: Things;
  readonly #subjects: readonly (string | null)[];
  /** Null where nobody of the trial sees anything any more. */
  sight: Sight | null = null;

  constructor(dice: Dice, values: Values, { trial, things, subjects }: Pick<World, 'trial' | 'things' | 'subjects'>) {
    this.#dice = dice;
    this.#values = values;
    this.#operations = new Operations(dice, values);
    this.#trial = trial;
    this.#things = things;
    this.#subjects = subjects;
  }

  next(): Request {
    const as = this.#dice.oneOf(this.#subjects);
    const kind = this.#dice.between(1, 100);
    if (kind <= 42) return this.#asked('query', as, this.#operations.query());
    if (kind <= 82) return (this.#dice.inPercent(65) ? this.#move() : null) ?? this.#mutation(as);
    if (kind <= 88) return this.#asked('subscription', as, this.#operations.subscription());
    if (kind <= 96) return this.#http(as);
    return this.#bytes();
  }

  /** What somebody does who knows how things stand; one time in four a little otherwise. */
  #move(): Request | null {
    const move = this.sight && nextMove(this.sight, this.#dice, this.#trial, this.#things);
    const field = mutations.find(({ name }) => name === move?.name);
    const type = getNamedType(field?.args[0]?.type);
    if (!move || !field || !isInputObjectType(type)) return null;
    const input = { ...move.input };
    if (this.#dice.inPercent(25)) {
      const { name, type: part } = this.#dice.oneOf(Object.values(type.getFields()));
      input[name] = this.#values.of(name, part, 30);
    }
    if (this.#dice.inPercent(5)) input.commandId = this.#dice.oneOf(COMMAND_IDS);
    const as = this.#dice.inPercent(5) ? this.#dice.oneOf(this.#subjects) : move.as;
    const asked = this.#asked('mutation', as, this.#operations.mutation(field, input));
    return move.at === undefined ? asked : { ...asked, headers: { ...asked.headers, 'x-simulated-now': move.at } };
  }

  #mutation(other: string | null): Request {
    const field = this.#dice.oneOf(mutations);
    const may = [...allowed(`Mutation.${field.name}`, standingOf(field.name))];
    const as = may.length > 0 && this.#dice.inPercent(80) ? this.#dice.oneOf(may) : other;
    // Who administers could give others a right to the planted part.
    this.#values.withPlanted = as !== 'admin';
    const operation = this.#operations.mutation(field, this.#inputOf(field));
    this.#values.withPlanted = true;
    return this.#asked('mutation', as, operation);
  }

  /** One that is well formed, with a little changed, or one made by chance throughout. */
  #inputOf(field: (typeof mutations)[number]): unknown {
    const type = getNamedType(field.args[0]?.type);
    if (!isInputObjectType(type) || this.#dice.inPercent(1)) return this.#values.wrong();
    const input = this.#dice.inPercent(60)
      ? inputOf(field.name, this.#trial)
      : (this.#values.of('input', type, 3) as Record<string, unknown>);
    if (typeof input !== 'object' || input === null) return input;
    for (const { name, type: part } of Object.values(type.getFields()))
      if (/Ids?$/.test(name) && name in input && this.#dice.inPercent(50)) input[name] = this.#values.of(name, part, 0);
    if (this.#dice.inPercent(50)) return input;
    for (const { name, type: part } of Object.values(type.getFields())) {
      const way = this.#dice.between(1, 100);
      if (way <= 12) input[name] = this.#values.of(name, part, 3);
      else if (way <= 14) input[name] = this.#values.wrong();
      else if (way <= 15) delete input[name];
    }
    if (this.#dice.inPercent(20)) input.commandId = this.#dice.oneOf(COMMAND_IDS);
    return input;
  }

  #asked(kind: Request['kind'], as: string | null, operation: object): Request {
    const accept = kind === 'subscription' ? 'text/event-stream' : this.#dice.oneOf(ACCEPTED);
    const headers: Record<string, string> = { ...JSON_TYPE, accept };
    if (this.#dice.inPercent(20)) headers['accept-language'] = 'en';
    if (kind === 'mutation' && this.#dice.inPercent(0.5)) headers['x-simulated-now'] = this.#values.moment();
    return { kind, as, method: 'POST', path: '/graphql', headers, body: JSON.stringify(operation) };
  }

  /** What is well formed as HTTP, and as little else as chance has it. */
  #http(as: string | null): Request {
    const operation = this.#operations.query();
    const text = JSON.stringify(operation);
    const odd = this.#values.text();
    const body = this.#dice.oneOf<() => string>([
      () => text.slice(0, this.#dice.between(0, text.length)),
      () => JSON.stringify([operation, operation]),
      () => JSON.stringify({ ...operation, operationName: odd, extensions: { persistedQuery: odd } }),
      () => JSON.stringify({ query: odd, variables: odd }),
      () => JSON.stringify({ query: operation.query, variables: [this.#values.wrong()] }),
      () => `{"query":${'['.repeat(this.#dice.between(1, 5_000))}`,
      () => `{"__proto__":{"query":"{ __typename }"},"query":"query { ${'a'.repeat(20_000)} }"}`,
      () => odd,
      () => JSON.stringify({ query: `{ ${'viewer { '.repeat(this.#dice.between(1, 200))}` }),
    ])();
    const headers = this.#dice.oneOf<Record<string, string>>([
      JSON_TYPE,
      { 'content-type': 'text/plain' },
      { ...JSON_TYPE, accept: 'x/y' },
      { ...JSON_TYPE, 'content-encoding': 'gzip' },
      { ...JSON_TYPE, 'x-min-position': String(this.#values.of('position', LOG_POSITION, 50) ?? '') },
      { ...JSON_TYPE, 'x-min-position': '0' },
      { ...JSON_TYPE, authorization: `Bearer ${Buffer.from(odd).toString('base64url')}` },
      { ...JSON_TYPE, 'x-simulated-now': '2026-13-01' },
    ]);
    const method = this.#dice.oneOf(['POST', 'POST', 'POST', 'GET', 'PUT', 'DELETE', 'OPTIONS', 'HEAD', 'PATCH']);
    const variables = body.slice(0, 100).toWellFormed();
    const asked = `query=${encodeURIComponent(operation.query)}&variables=${encodeURIComponent(variables)}`;
    const path = this.#dice.oneOf(['/graphql', '/graphql', `/graphql?${asked}`, '/', '/schema.graphql', '/%00', '//']);
    const printable = Object.entries(headers).map(([name, value]) => [name, value.replaceAll(/[^\x20-\x7e]/g, '?')]);
    return { kind: 'http', as, method, path, headers: Object.fromEntries(printable), body };
  }

  /** Nothing that has to be HTTP. */
  #bytes(): Request {
    const odd = this.#values.text();
    const body = this.#dice.oneOf([
      odd,
      `GET ${odd} HTTP/1.1\r\n\r\n`,
      'POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: -1\r\n\r\n{}',
      'POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-length: 5\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n',
      'POST /graphql HTTP/1.1\r\nhost: x\r\ntransfer-encoding: chunked\r\n\r\nzz\r\n',
      `GET / HTTP/1.1\r\nhost: x\r\nx: ${'y'.repeat(20_000)}\r\n\r\n`,
      'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n',
      '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03',
      'CONNECT other:443 HTTP/1.1\r\nhost: other\r\n\r\n',
      'GET /graphql HTTP/1.1\r\nhost: x\r\nupgrade: websocket\r\nconnection: upgrade\r\n\r\n',
      'GET http://other/graphql HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n',
      'POST /graphql HTTP/1.1\r\nhost: x\r\nexpect: 200-maybe\r\ncontent-length: 2\r\n\r\n{}',
    ]);
    return { kind: 'bytes', as: null, method: '', path: '', headers: {}, body: Buffer.from(body).toString('latin1') };
  }
}

const ACCEPTED = ['application/json', 'application/graphql-response+json', '*/*', 'application/graphql-response+json'];
/** Few, so that some come again. */
const COMMAND_IDS = [0, 1, 2, 3, 4].map((n) => `${n}0000000-0000-4000-8000-000000000000`);
const LOG_POSITION = contract.getType('LogPosition') as never;
