import fc from 'fast-check';
import {
  type GraphQLInputType,
  type GraphQLNamedType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isRequiredInputField,
} from 'graphql';
import { addMinutes, toInstant } from '../../src/domain/calendar.ts';
import type { Dice } from '../bench/log/dice.ts';
import type { Things } from './things.ts';

/** A value of an enum, which a query writes without quotes. */
export class Word {
  readonly name: string;
  constructor(name: string) {
    this.name = name;
  }
  toJSON(): string {
    return this.name;
  }
}

const MEAN_TEXTS = [
  '',
  ' ',
  '\u3000',
  '\0',
  'a\0b',
  '\ud800',
  '\u202e逆',
  '\ufeff',
  'か\u3099',
  'ﾊﾟ',
  '１２３',
  '👩‍👩‍👧‍👦',
  '"\\',
  '\r\n',
  '%',
  "'; DROP TABLE visits; --",
  '__proto__',
  'constructor',
  '../../token.key',
  '{{7*7}}',
  'null',
  '<b>',
  'x'.repeat(300),
  '長'.repeat(5_000),
];
const MEAN_NUMBERS = [0, -1, 1, -0, 0.5, 101, 2_147_483_647, 2_147_483_648, -2_147_483_649, 2 ** 53, 1e21, 1e308];
const MEAN_TIMES = [
  '0000-01-01',
  '2026-02-30',
  '9999-12-31',
  '2026-13',
  '0000-01',
  '9999-12',
  '２０２６-05-01',
  '2026-05-01T24:00:00+09:00',
  '2016-12-31T23:59:60Z',
  '0000-01-01T00:00:00Z',
  '9999-12-31T23:59:59.999Z',
  '9999-12-31T23:59:59-23:59',
  '2026-05-01T10:00:00',
];
const MEAN_OTHERS = [null, true, false, [], {}, [[]], [null], { a: 1 }];

/** Texts that fields ask for by their names; what is not here is written in plain words. */
const TEXTS: Readonly<Record<string, readonly string[]>> = {
  percent: ['90', '80', '100', '0', '99.5', '８０'],
  providerNumber: ['1370000009', '1370000017', '1'],
  code: ['MEAL_ASSISTANCE', 'C-1', 'q1'],
  tasks: ['MEAL_ASSISTANCE', 'BATHING', 'X'],
  question: ['q1'],
  values: ['1', '3', '５', '6'],
  search: ['C', '山', '事業所', '大田'],
  phone: ['0300000000', '03-0000-0000', '０３'],
  municipality: ['大田区'],
};
const INTEGERS: Readonly<Record<string, readonly number[]>> = {
  first: [1, 2, 5, 20, 100],
  minutes: [20, 30, 45, 60],
  minutesUpTo: [30, 60, 90],
  windowMinutes: [10, 60, 1_440],
  fiscalYear: [2026, 2027],
};

/** Values for what the contract asks, right and wrong ones, by chance. */
export class Values {
  readonly #dice: Dice;
  readonly #things: Things;
  readonly #now: string;
  readonly #oddTexts: readonly string[];
  /** Whether ids of the planted part may be named. */
  withPlanted = true;

  constructor(dice: Dice, things: Things, now: string, seed: number) {
    this.#dice = dice;
    this.#things = things;
    this.#now = now;
    // Of any units, halves of characters among them.
    const units = fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 20 });
    this.#oddTexts = fc.sample(units, { seed, numRuns: 200 }).map((codes) => String.fromCharCode(...codes));
  }

  /** In so many of a hundred cases a wrong one. */
  of(name: string, given: GraphQLInputType, wrongPercent: number): unknown {
    if (this.#dice.inPercent(wrongPercent)) return this.wrong();
    if (isNonNullType(given)) return this.of(name, given.ofType, wrongPercent);
    if (isListType(given)) {
      const { ofType } = given;
      return Array.from({ length: this.#dice.between(0, 3) }, () => this.of(name, ofType, wrongPercent));
    }
    if (isInputObjectType(given))
      return Object.fromEntries(
        Object.values(given.getFields())
          .filter((field) => isRequiredInputField(field) || this.#dice.inPercent(25))
          .map((field) => [field.name, this.of(field.name, field.type, wrongPercent)]),
      );
    return this.#scalar(name, given);
  }

  wrong(): unknown {
    const kinds = [MEAN_TEXTS, MEAN_NUMBERS, MEAN_TIMES, MEAN_OTHERS, this.#oddTexts];
    return this.#dice.oneOf<() => unknown>([
      ...kinds.map((kind) => () => this.#dice.oneOf<unknown>(kind)),
      () => new Word('NOT_THERE'),
      () => this.id(''),
    ])();
  }

  text(): string {
    return this.#dice.oneOf([...MEAN_TEXTS, ...this.#oddTexts]);
  }

  /** The id of something, of the kind that the name says; of a list the name ends with an s. */
  id(name: string): string {
    const kind = name.replace(/s$/, '').replace(/^(partner|assist)(?=Office)/, '');
    return this.#dice.oneOf(this.#things.of(kind.replace(/^O/, 'o'), this.withPlanted));
  }

  #scalar(name: string, type: GraphQLNamedType): unknown {
    if (isEnumType(type)) return new Word(this.#dice.oneOf(type.getValues()).name);
    const day = (): string => this.moment().slice(0, 10);
    const known: Readonly<Record<string, () => unknown>> = {
      ID: () => this.id(name),
      Boolean: () => this.#dice.inPercent(50),
      Int: () => this.#dice.oneOf(INTEGERS[name] ?? [1, 5, 10, 30, 45, 60]),
      Float: () => this.#dice.oneOf([35.6, 139.6, 0, 1]),
      Yen: () => this.#dice.oneOf([0, 1, 1_000, 4_000]),
      DateTime: () => this.moment(),
      Date: day,
      Month: () => day().slice(0, 7),
      Cursor: () => this.id('cursor'),
      LogPosition: () => this.id('position'),
      String: () => this.#dice.oneOf(TEXTS[name] ?? [...this.#things.of(name, false).slice(0, 5), 'ふつうの文']),
    };
    return (known[type.name] ?? known.String)?.();
  }

  /** Mostly of the days about now, seldom months away. */
  moment(): string {
    const minutes = this.#dice.inPercent(80) ? this.#dice.between(-4_000, 8_000) : this.#dice.between(-90_000, 90_000);
    return addMinutes(toInstant(this.#now), minutes);
  }
}
