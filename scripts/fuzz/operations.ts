import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLObjectType,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isRequiredArgument,
} from 'graphql';
import { contract } from '../../test/support/standing.ts';
import type { Dice } from '../bench/log/dice.ts';
import { type Values, Word } from './values.ts';

type Field = GraphQLField<unknown, unknown>;
export const fieldsOf = (type: GraphQLObjectType): Field[] => Object.values(type.getFields());

/** The text of a value in a query. */
export const literal = (value: unknown): string => {
  if (value instanceof Word) return value.name;
  if (Array.isArray(value)) return `[${value.map(literal).join(', ')}]`;
  if (typeof value === 'object' && value !== null)
    return `{ ${Object.entries(value)
      .map(([name, part]) => `${name}: ${literal(part)}`)
      .join(', ')} }`;
  return Object.is(value, -0) ? '-0' : (JSON.stringify(value) ?? 'null');
};

/** The same with the names of enums as words. */
const worded = (value: unknown, given: GraphQLInputType): unknown => {
  const type = getNamedType(given);
  if (Array.isArray(value)) return value.map((item) => worded(item, type));
  if (isEnumType(type) && typeof value === 'string') return type.getValue(value) ? new Word(value) : value;
  if (!isInputObjectType(type) || typeof value !== 'object' || value === null) return value;
  const fields = type.getFields();
  return Object.fromEntries(
    Object.entries(value).map(([name, part]) => [name, fields[name] ? worded(part, fields[name].type) : part]),
  );
};

/** A query's text with its variables. */
export interface Operation {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** How often something of an operation is wrong, in so many of a hundred cases. */
const WRONG_PERCENT = 3;
/** How often a text comes again, as clients send it: those are compiled. */
const AGAIN_PERCENT = 40;
const MOST_QUERIES_AGAIN = 20;

/** The first variable that an operation declares. */
const INPUT = 'v0';

/** Writes operations over the contract by chance: mostly right ones, a little wrong. */
export class Operations {
  readonly #dice: Dice;
  readonly #values: Values;
  #fragments: string[] = [];
  #declared: string[] = [];
  #variables: Record<string, unknown> = {};
  readonly #queries: Operation[] = [];
  readonly #mutations = new Map<string, Operation>();

  constructor(dice: Dice, values: Values) {
    this.#dice = dice;
    this.#values = values;
  }

  query(): Operation {
    if (this.#queries.length > 0 && this.#dice.inPercent(AGAIN_PERCENT)) return this.#dice.oneOf(this.#queries);
    const root = contract.getQueryType() as GraphQLObjectType;
    const query = this.#operation('query', () => this.#selection(root, this.#dice.between(2, 6)));
    this.#queries.push(query);
    if (this.#queries.length > MOST_QUERIES_AGAIN) this.#queries.shift();
    return query;
  }

  subscription(): Operation {
    const field = this.#dice.oneOf(fieldsOf(contract.getSubscriptionType() as GraphQLObjectType));
    return this.#operation('subscription', () => this.#field(field, 4));
  }

  /** `input`: of the mutation, as a variable or written out. */
  mutation(field: Field, input: unknown): Operation {
    const before = this.#mutations.get(field.name);
    if (before && this.#dice.inPercent(AGAIN_PERCENT))
      return { query: before.query, variables: { ...before.variables, [INPUT]: input } };
    const isVariable = this.#dice.inPercent(80);
    const mutation = this.#operation('mutation', () => {
      const type = field.args[0]?.type as GraphQLInputType;
      const given = isVariable ? this.#variable(type, input) : literal(worded(input, type));
      return `${field.name}(input: ${given}) { ${this.#payload(getNamedType(field.type) as GraphQLObjectType)} }`;
    });
    // Another one from time to time: of some texts nothing comes.
    if (isVariable && (!before || this.#dice.inPercent(10))) this.#mutations.set(field.name, mutation);
    return mutation;
  }

  /** What shows whether it was accepted, what it made, and more. */
  #payload(type: GraphQLObjectType): string {
    const made = fieldsOf(type).map((field) => {
      const object = getNamedType(field.type);
      if (!isObjectType(object) || object.name === 'UserError') return field.name === 'accepted' ? 'accepted' : '';
      const id = ['id', 'subject', 'visitId', 'token'].filter((name) => name in object.getFields());
      return `${field.name} { ${id.join(' ')} ${this.#selection(object, 2)} }`;
    });
    return `userErrors { code message path } ${made.join(' ')}`;
  }

  #operation(kind: string, inner: () => string): Operation {
    this.#fragments = [];
    this.#declared = [];
    this.#variables = {};
    const text = inner();
    const declared = this.#declared.length > 0 ? `(${this.#declared.join(', ')})` : '';
    const name = this.#dice.inPercent(50) ? ` Q${declared}` : declared === '' ? '' : ` ${declared}`;
    const directive = this.#dice.inPercent(1) ? '@skip(if: true)' : '';
    return {
      query: `${kind}${name} ${directive} { ${text} } ${this.#fragments.join(' ')}`,
      variables: this.#variables,
    };
  }

  #selection(type: GraphQLObjectType, depth: number): string {
    const all = fieldsOf(type).filter((field) => depth > 0 || !isObjectType(getNamedType(field.type)));
    const count = this.#dice.between(1, depth > 2 ? 3 : 6);
    const parts = this.#dice
      .shuffled(all)
      .slice(0, count)
      .map((field) => this.#part(type, field, depth));
    return ['__typename', ...parts, this.#dice.inPercent(0.3) ? 'notThere' : ''].join(' ');
  }

  /** A field as it stands, or in a fragment, under another name, under a condition. */
  #part(type: GraphQLObjectType, field: Field, depth: number): string {
    const text = this.#field(field, depth);
    const way = this.#dice.between(1, 100);
    if (way <= 6) return `... on ${type.name} { ${text} }`;
    if (way <= 12) {
      const name = `F${this.#fragments.length}`;
      this.#fragments.push(`fragment ${name} on ${type.name} { ${text} }`);
      return `...${name}`;
    }
    if (way <= 14) return `... @include(if: ${this.#dice.inPercent(50)}) { ${text} }`;
    return text;
  }

  #field(field: Field, depth: number): string {
    const alias = this.#dice.inPercent(8) ? `a${this.#dice.between(1, 99)}: ` : '';
    const type = getNamedType(field.type);
    const called = `${alias}${field.name}${this.#arguments(field)}`;
    if (isInterfaceType(type)) return `${called} { __typename }`;
    if (!isObjectType(type)) return this.#dice.inPercent(0.2) ? `${called} { x }` : called;
    return `${called} { ${this.#selection(type, depth - 1)} }`;
  }

  #arguments({ name, args }: Field): string {
    const given = args.filter((argument) =>
      isRequiredArgument(argument) ? !this.#dice.inPercent(2) : this.#dice.inPercent(35),
    );
    if (given.length === 0) return '';
    return `(${given.map((argument) => `${argument.name}: ${this.#argument(argument, name)}`).join(', ')})`;
  }

  #argument({ name, type }: GraphQLArgument, field: string): string {
    const kind = name === 'after' ? 'cursor' : name === 'id' ? `${field}Id` : name;
    const value = this.#values.of(kind, type, WRONG_PERCENT);
    return this.#dice.inPercent(40) ? this.#variable(type, value) : literal(value);
  }

  #variable(type: GraphQLInputType, value: unknown): string {
    const name = `v${this.#declared.length}`;
    this.#declared.push(`$${name}: ${type}`);
    if (!this.#dice.inPercent(2)) this.#variables[name] = value;
    return `$${name}`;
  }
}
